using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>Puts people on shift to what was promised of them, as far as their shifts reach; nobody's hours change.</summary>
public sealed class AssignDeployments(RosterBook rosters, DeploymentBook deployments, RosterStore store, RosterWork work)
{
    public Task<RosterAnswer> HandleAsync(DutyRosterName name, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, "", async (unit, act) =>
        {
            var before = await rosters.GetAsync(name, cancellation);
            before.RequireSeen(etag);
            DutyRosterRules.NotSuperseded.Require(before.State is not RosterState.Superseded);
            var promises = await deployments.OfAsync(unit, before, cancellation);
            var filled = FillDeployments.Of(promises.All, before.Shifts, promises.Elsewhere, act.At);
            if (filled.Count == 0) return [];
            var after = before.Change(new(filled, []), act);
            DeploymentJudge.Require(after, filled, promises);
            if (after.State is RosterState.Published) return await store.TellAsync(unit, after, false, act, cancellation);
            await RosterStore.KeepAsync(unit, after, cancellation);
            return [];
        }, call, request, cancellation);
}
