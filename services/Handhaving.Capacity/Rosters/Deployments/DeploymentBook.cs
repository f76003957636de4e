using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>What an owner promised over the days of a roster, and who of its other published rosters serves it; by name.</summary>
public sealed record KnownPromises(IReadOnlyList<PromisedPeople> All, ILookup<DeploymentName, Interval> Elsewhere)
{
    public PromisedPeople? Find(DeploymentName name) => All.FirstOrDefault(promise => promise.Name == name);
}

/// <summary>Reads promises and who serves them, within the transaction of an act.</summary>
public sealed class DeploymentBook(CapacityDb db)
{
    /// <param name="roster">Its own shifts are not counted among the others, nor those of the one that it replaces.</param>
    public async Task<KnownPromises> OfAsync(UnitOfWork<CapacityDb> work, DutyRoster roster, CancellationToken cancellation)
    {
        // A shift may end after the roster's last day.
        var until = roster.Shifts.Select(shift => shift.Time.End).Append(roster.Time.End).Max();
        var promises = await PromisesAsync(work, roster.Name.Owner, new(roster.Time.Start, until), cancellation);
        return new(promises, await ElsewhereAsync(roster, promises, cancellation));
    }

    private static async Task<IReadOnlyList<PromisedPeople>> PromisesAsync(UnitOfWork<CapacityDb> work, TenantId owner, Interval time, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("select municipality, reservation, line, case_id, function, count, starts_at, ends_at from promises_of($1, $2, $3)")
        {
            Parameters = { new() { Value = owner.Value }, new() { Value = time.Start.ToUniversalTime() }, new() { Value = time.End.ToUniversalTime() } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<PromisedPeople> found = [];
        while (await reader.ReadAsync(cancellation))
            found.Add(new(new(new ReservationName(reader.GetString(0), reader.GetGuid(1)), reader.GetInt32(2)), reader.GetString(3), reader.GetString(4), reader.GetInt32(5),
                new(reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7))));
        return found;
    }

    private async Task<ILookup<DeploymentName, Interval>> ElsewhereAsync(DutyRoster roster, IReadOnlyList<PromisedPeople> promises, CancellationToken cancellation)
    {
        if (promises.Count == 0) return Array.Empty<Interval>().ToLookup(_ => default(DeploymentName));
        var (from, until) = (promises.Min(promise => promise.Time.Start), promises.Max(promise => promise.Time.End));
        var (own, replaced) = (roster.Name.Id, roster.Replaces?.Id);
        var rows = await db.RosterShifts.AsNoTracking()
            .Where(shift => shift.Tenant == roster.Name.Owner.Value && shift.Roster != own && shift.Roster != replaced && shift.EndsAt > from && shift.StartsAt < until
                && db.Rosters.Any(row => row.Id == shift.Roster && row.State == RosterState.Published))
            .ToListAsync(cancellation);
        return rows.Select(row => row.ToShift()).Where(shift => shift.Deployment is not null).ToLookup(shift => shift.Deployment ?? default, shift => shift.Time);
    }
}
