using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Worked;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>Says what would stand against a roster after changes that are not made yet; keeps nothing.</summary>
public sealed class JudgeShifts(CapacityDb db, RosterBook rosters, LedgerQueries ledger, TimeProvider clock)
{
    /// <returns>All that would stand against it, also what does so already.</returns>
    public async Task<IReadOnlyList<RosterFinding>> HandleAsync(DutyRosterName name, ShiftChanges changes, string etag, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var before = await rosters.GetAsync(name, cancellation);
        before.RequireSeen(etag);
        var known = await rosters.KnownAsync(work, before, cancellation);
        changes.RequireKnown(name.Owner, known.Officers, await ledger.FunctionsAsync(cancellation));
        var after = before.Change(changes, new(call.Caller.Subject, now));
        work.Consulted(call, [(name.Owner, name.Value)], now);
        await work.CommitAsync(cancellation);
        return [.. RosterLaw.Findings(after, known), .. ShortRest.Of(after, known, now).Select(rest => rest.Finding)];
    }
}
