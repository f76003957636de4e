using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Rosters;

/// <summary>Lets people work by a draft that breaks no law; the roster whose place it takes is superseded.</summary>
public sealed class PublishRoster(RosterBook rosters, RosterStore store, DeploymentBook deployments, RosterWork work)
{
    public Task<RosterAnswer> HandleAsync(DutyRosterName name, string etag, Notice notice, PublishReasons reasons, Call call, RequestKey request, CancellationToken cancellation) =>
        work.HandleAsync(name, string.Join("; ", new[] { notice.Reason, reasons.Crisis, reasons.OutsideDistrict }.Where(reason => reason.Length > 0)), async (unit, act) =>
        {
            var draft = await rosters.GetAsync(name, cancellation);
            draft.RequireSeen(etag);
            var published = draft.Publish(reasons, act);
            var former = draft.Replaces is { } replaced ? await rosters.GetAsync(replaced, cancellation) : null;
            if (former is not null)
            {
                draft.RequireReplaces(former);
                draft.RequireUnchanged(former);
            }
            await RequireFreeAsync(draft, cancellation);
            var known = await rosters.KnownAsync(unit, published, cancellation);
            RosterLaw.Require(RosterLaw.Findings(published, known));
            PublishTerms.Require(published, known);
            DeploymentJudge.RequireNotOver(published, await deployments.OfAsync(unit, published, cancellation));
            NoticeTerms.Require(known.Told(former?.Shifts), published.Shifts, notice, act.At);
            if (former is not null) await RosterStore.KeepAsync(unit, former.Supersede(act), cancellation);
            return await store.TellAsync(unit, published, true, act, cancellation);
        }, call, request, cancellation);

    private async Task RequireFreeAsync(DutyRoster draft, CancellationToken cancellation)
    {
        var other = (await rosters.PublishedAsync(draft.Name.Owner, draft.Time, cancellation)).FirstOrDefault(roster => roster.StaffTeam == draft.StaffTeam && roster.Name != draft.Replaces);
        DutyRosterRules.PeriodFree.Require(other is null, ("roster", other?.Name.Value ?? ""));
    }
}
