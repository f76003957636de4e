using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Rosters.Publishing;

/// <summary>Decides what becomes of tasks that a draft leaves without enough people.</summary>
public sealed class DecideUnserved(RosterBook rosters, RosterWork work)
{
    public Task<RosterAnswer> HandleAsync(DutyRosterName name, IReadOnlyList<UnservedDecision> decisions, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, "", async (unit, act) =>
        {
            var draft = await rosters.GetAsync(name, cancellation);
            draft.RequireSeen(etag);
            await RosterStore.KeepAsync(unit, draft.Decide(decisions, act), cancellation);
            return [];
        }, call, request, cancellation);
}
