using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Rosters;

/// <summary>Adds, moves and removes shifts. A draft may break the law and is told so; what is published may get no new breach, and what comes late asks a reason and consent.</summary>
public sealed class ChangeShifts(RosterBook rosters, RosterStore store, LedgerQueries ledger, DeploymentBook deployments, RosterWork work)
{
    public Task<RosterAnswer> HandleAsync(DutyRosterName name, ShiftChanges changes, string etag, Notice notice, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, notice.Reason, async (unit, act) =>
        {
            var before = await rosters.GetAsync(name, cancellation);
            before.RequireSeen(etag);
            await RequireKnownAsync(name, changes, cancellation);
            var after = before.Change(changes, act);
            if (changes.Put.Any(shift => shift.Deployment is not null)) DeploymentJudge.Require(after, changes.Put, await deployments.OfAsync(unit, after, cancellation));
            if (after.State is not RosterState.Published)
            {
                await RosterStore.KeepAsync(unit, after, cancellation);
                return [];
            }
            var known = await rosters.KnownAsync(unit, after, cancellation);
            RequireNoWorse(before, after, known);
            NoticeTerms.Require(known.Told(before.Shifts), after.Shifts, notice, act.At);
            return await store.TellAsync(unit, after, false, act, cancellation);
        }, call, request, cancellation);

    private async Task RequireKnownAsync(DutyRosterName name, ShiftChanges changes, CancellationToken cancellation)
    {
        var (officers, functions) = (await rosters.OfficersAsync(name.Owner, cancellation), await ledger.FunctionsAsync(cancellation));
        changes.RequireKnown(name.Owner, officers, functions);
    }

    // Somebody may have fallen ill since: what stood against the roster already is no reason to refuse a change that mends something, be it a part.
    private static void RequireNoWorse(DutyRoster before, DutyRoster after, KnownDuties known)
    {
        RosterLaw.Require(AddedBreaches.Of(RosterLaw.Findings(before, known), RosterLaw.Findings(after, known)));
        PublishTerms.RequireNoMore(before, after, known);
    }
}
