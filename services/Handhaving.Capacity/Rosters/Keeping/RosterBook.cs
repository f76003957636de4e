using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Capacity.Rosters.Keeping;

/// <summary>Reads rosters and what they are judged by, within the transaction of an act.</summary>
public sealed class RosterBook(CapacityDb db, PeopleBook people)
{
    // 52 weeks of history make every rule exact; what follows within two weeks is part of rests and series.
    private static readonly TimeSpan Before = TimeSpan.FromDays(364);
    private static readonly TimeSpan After = TimeSpan.FromDays(14);

    /// <exception cref="NotFound">No such roster.</exception>
    public async Task<DutyRoster> GetAsync(DutyRosterName name, CancellationToken cancellation)
    {
        var row = await db.Rosters.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id, cancellation) ?? throw new NotFound(name.Value);
        var shifts = await db.RosterShifts.AsNoTracking().Where(shift => shift.Roster == name.Id).OrderBy(shift => shift.StartsAt).ThenBy(shift => shift.Officer).ThenBy(shift => shift.Id).ToListAsync(cancellation);
        return row.ToRoster() with { Shifts = [.. shifts.Select(shift => shift.ToShift())] };
    }

    /// <summary>Published rosters of an owner that have something of a stretch, without their shifts.</summary>
    public async Task<IReadOnlyList<DutyRoster>> PublishedAsync(TenantId owner, Interval stretch, CancellationToken cancellation) =>
        [.. (await db.Rosters.AsNoTracking().Where(row => row.Tenant == owner.Value && row.State == RosterState.Published && row.EndsAt > stretch.Start && row.StartsAt < stretch.End).OrderBy(row => row.StartsAt).ToListAsync(cancellation)).Select(row => row.ToRoster())];

    /// <summary>Shifts of somebody by published rosters from a moment on, of the own employer and of whom the person is lent to.</summary>
    public async Task<IReadOnlyList<PlannedShift>> PublishedOfAsync(OfficerName officer, DateTimeOffset from, CancellationToken cancellation)
    {
        var own = await db.RosterShifts.AsNoTracking().Where(shift => shift.Officer == officer.Value && shift.EndsAt > from && db.Rosters.Any(row => row.Id == shift.Roster && row.State == RosterState.Published)).ToListAsync(cancellation);
        var lent = await db.Database.SqlQuery<string>($"select body as \"Value\" from lent_shifts_of({officer.Value}, {from})").ToListAsync(cancellation);
        return [.. own.Where(row => row.Tenant == officer.Owner.Value).Select(row => row.ToShift()).Concat(lent.Select(RosterShiftRow.ShiftOf)).OrderBy(shift => shift.Time.Start)];
    }

    /// <summary>What people of an owner would like over some days, by day.</summary>
    public async Task<IReadOnlyList<WishAsked>> WishesAsync(TenantId owner, DateOnly first, DateOnly last, CancellationToken cancellation) =>
        [.. (await db.ShiftWishes.AsNoTracking().Where(row => row.Tenant == owner.Value && row.Day >= first && row.Day <= last).OrderBy(row => row.Day).ThenBy(row => row.Officer).ThenBy(row => row.Code).ToListAsync(cancellation)).Select(row => row.ToWish())];

    /// <summary>Whom a roster of the owner may name.</summary>
    public async Task<IReadOnlyDictionary<OfficerName, Officer>> OfficersAsync(TenantId owner, CancellationToken cancellation) =>
        (await people.WorkingForAsync(owner, cancellation)).ToDictionary(officer => officer.Name);

    /// <summary>All that a roster is judged by; the roster that it replaces is as if it were gone.</summary>
    public async Task<KnownDuties> KnownAsync(UnitOfWork<CapacityDb> work, DutyRoster roster, CancellationToken cancellation)
    {
        var officers = await OfficersAsync(roster.Name.Owner, cancellation);
        var powers = await db.StaffFunctions.AsNoTracking().ToListAsync(cancellation);
        var elsewhere = await ElsewhereAsync(work, roster, officers.Keys, cancellation);
        var team = await db.StaffTeams.AsNoTracking().SingleAsync(row => row.Tenant == roster.Name.Owner.Value && row.Id == roster.StaffTeam, cancellation);
        return new(officers, powers.ToDictionary(row => row.Code, row => PeopleBook.PowersOf(new FunctionName(roster.Name.Owner, row.Code), row)), elsewhere)
        {
            Terms = TeamTerms.Of(team), ToldDays = await ToldDaysAsync(work, roster, officers.Keys, cancellation),
        };
    }

    private static async Task<ILookup<OfficerName, Interval>> ToldDaysAsync(UnitOfWork<CapacityDb> work, DutyRoster roster, IEnumerable<OfficerName> officers, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("select officer, starts_at, ends_at from told_days_of($1, $2, $3) where roster <> $4 and roster <> $5") { Parameters = { Of(officers), new() { Value = roster.Time.Start }, new() { Value = roster.Time.End }, new() { Value = roster.Name.Id }, new() { Value = roster.Replaces?.Id ?? Guid.Empty } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<(OfficerName Officer, Interval Days)> found = [];
        while (await reader.ReadAsync(cancellation))
            if (OfficerName.Parse(reader.GetString(0)) is { } officer) found.Add((officer, new(reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2))));
        return found.ToLookup(one => one.Officer, one => one.Days);
    }

    private static NpgsqlParameter Of(IEnumerable<OfficerName> officers) => new() { Value = officers.Select(officer => officer.Value).ToArray() };

    private static async Task<ILookup<OfficerName, WorkShift>> ElsewhereAsync(UnitOfWork<CapacityDb> work, DutyRoster roster, IEnumerable<OfficerName> officers, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("""
            select officer, starts_at, ends_at, break_minutes, false from shifts_of($1, $2, $3) where roster <> $4 and roster <> $5
            union all select officer, starts_at, ends_at, null, ends_at >= now() from worked_by($1, $2, $3)
            """)
        {
            Parameters =
            {
                Of(officers), new() { Value = roster.Time.Start - Before }, new() { Value = roster.Time.End + After },
                new() { Value = roster.Name.Id }, new() { Value = roster.Replaces?.Id ?? Guid.Empty },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<(OfficerName Officer, WorkShift Work)> found = [];
        while (await reader.ReadAsync(cancellation))
            if (OfficerName.Parse(reader.GetString(0)) is { } officer)
                found.Add((officer, WorkOf(new(reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2)), reader.IsDBNull(3) ? null : reader.GetInt32(3)) with { IsRunning = reader.GetBoolean(4) }));
        return found.ToLookup(one => one.Officer, one => one.Work);
    }

    // Breaks of hours worked are not known: taken as the law asks them, for what is judged is rest and length.
    private static WorkShift WorkOf(Interval time, int? breakMinutes) =>
        breakMinutes is { } planned ? PlannedShift.WorkOf(time, planned) : PlannedShift.WorkOf(time, PlannedShift.LawfulBreak(time.End - time.Start), ShiftKind.Worked);
}
