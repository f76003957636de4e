using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.People.Keeping;

/// <summary>A change of somebody's file.</summary>
/// <param name="Before">Null for somebody new.</param>
/// <param name="Stretch">In which strength may differ since; null = always.</param>
public sealed record OfficerChange(Officer? Before, Officer After, Interval? Stretch)
{
    /// <summary>Loans that were, and that no longer hold for all of their time.</summary>
    public IEnumerable<RegisteredAbsence> LoansTakenBack => (Before?.Absences ?? []).Where(loan => loan.Borrower is not null && !After.Absences.Any(now => now.Borrower == loan.Borrower && now.Absence.Time.Start <= loan.Absence.Time.Start && now.Absence.Time.End >= loan.Absence.Time.End));
}

/// <summary>Keeps what an act changed of people of one owner, tells it, and counts their strength anew: all in one transaction, under the lock of the owner's people.</summary>
public sealed class PeopleStore(DeriveStrength derive)
{
    /// <summary>Taken before anything is written: strength is counted from all people of an owner.</summary>
    public static Task LockAsync(UnitOfWork<CapacityDb> work, TenantId owner, CancellationToken cancellation) => work.LockAsync([$"{owner.Name}/people"], cancellation);

    /// <returns>Where more is promised than there is since.</returns>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">OFFICER_EXISTS.</exception>
    public async Task<IReadOnlyList<Shortage>> KeepAsync(UnitOfWork<CapacityDb> work, TenantId owner, IReadOnlyList<OfficerChange> changes, PeopleAct act, CancellationToken cancellation)
    {
        if (changes.Count == 0) return [];
        await using (var batch = work.Batch())
        {
            foreach (var change in changes) batch.BatchCommands.Add(change.Before is null ? Insert(change.After) : Update(change.After));
            await WriteAsync(batch, changes, cancellation);
        }
        var trail = work.TrailOf(owner);
        foreach (var (_, officer, _) in changes) trail.Publish(Guid.CreateVersion7(act.At), officer.Name.Value, officer.Version, OfficerFacts.Of(officer), Activity.Current);
        TellBorrowers(work, changes, act);
        var shortages = await derive.HandleAsync(work, owner, StretchOf(changes, act.At), act, cancellation);
        await DeriveStrength.MarkDueAsync(work, [.. changes.SelectMany(BorrowersOf).Distinct()], cancellation);
        return shortages;
    }

    // What is over is nobody's plan any more.
    private static void TellBorrowers(UnitOfWork<CapacityDb> work, IReadOnlyList<OfficerChange> changes, PeopleAct act)
    {
        foreach (var change in changes)
            foreach (var loan in change.LoansTakenBack.Where(loan => loan.Absence.Time.End > act.At))
                if (loan.Borrower is { } borrower)
                    work.AlsoTrailOf(borrower).Publish(Guid.CreateVersion7(act.At), new AbsenceName(change.After.Name, loan.Id).Value, change.After.Version,
                        new LoanWithdrawn(change.After.Name.Value, borrower.Value, loan.Absence.Time.Start, loan.Absence.Time.End, change.After.Version, act.At), Activity.Current);
    }

    private static async Task WriteAsync(NpgsqlBatch batch, IReadOnlyList<OfficerChange> changes, CancellationToken cancellation)
    {
        HashSet<string> kept = [];
        await using (var reader = await batch.ExecuteReaderAsync(cancellation))
            do
                while (await reader.ReadAsync(cancellation)) kept.Add(reader.GetString(0));
            while (await reader.NextResultAsync(cancellation));
        // Of another municipality, which the wall hides; within one the lock lets nobody be entered twice.
        string[] taken = [.. changes.Select(change => change.After.Name.Id).Where(id => !kept.Contains(id))];
        PeopleRules.NewOfficer.Require(taken.Length == 0, ("officer", string.Join(", ", taken)));
    }

    // From the first block that may differ to the last one, within what is counted ahead; the past stays as it was.
    private static Interval StretchOf(IReadOnlyList<OfficerChange> changes, DateTimeOffset now)
    {
        var horizon = DeriveStrength.Horizon(now);
        if (changes.Any(change => change.Stretch is null)) return horizon;
        var (start, end) = (changes.Min(change => change.Stretch?.Start ?? horizon.Start), changes.Max(change => change.Stretch?.End ?? horizon.End));
        return new(start > horizon.Start ? start : horizon.Start, end < horizon.End ? end : horizon.End);
    }

    private static IEnumerable<TenantId> BorrowersOf(OfficerChange change) => change.After.Borrowers.Concat(change.Before?.Borrowers ?? []);

    private static NpgsqlBatchCommand Insert(Officer officer) => Command("insert into officer (tenant, id, version, staff_team, borrowers, body) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning id", officer);

    private static NpgsqlBatchCommand Update(Officer officer) => Command("update officer set version = $3, staff_team = $4, borrowers = $5, body = $6 where tenant = $1 and id = $2 returning id", officer);

    private static NpgsqlBatchCommand Command(string sql, Officer officer) => new(sql)
    {
        Parameters =
        {
            new() { Value = officer.Name.Owner.Value },
            new() { Value = officer.Name.Id },
            new() { Value = officer.Version },
            new() { Value = officer.Details.StaffTeam },
            new() { Value = officer.Borrowers.Select(borrower => borrower.Value).ToArray() },
            new() { Value = OfficerRow.BodyOf(officer), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}
