using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>What people at a desk come to know about an incident: what it is, how urgent, where, and remarks.</summary>
public sealed class EditIncident(ActOnIncident acts, CrewCheck crews, AreaIndex areas, TenantSettings settings)
{
    /// <summary>Another type calls back the units that may not do it; a BOA on scene at what is the police's alone stays there (<see cref="Incident.WithdrawUnfit"/>).</summary>
    public async Task<IncidentAnswer> ClassifyAsync(IncidentName name, string etag, Classification said, Call call, RequestKey request, CancellationToken cancellation)
    {
        var decided = await settings.OfAsync(name.Tenant, cancellation);
        var kinds = KindList.Of(decided);
        var allowed = OfferTerms.AllowedEquipmentOf(decided);
        var answer = await acts.HandleWithUnitsAsync(name, "", call, request, (desk, act) =>
        {
            var (seen, type) = (desk.Seen(etag), kinds.Find(said.Type));
            var classified = seen.Classify(said with { Kind = type.Kept, Place = said.Place?.In(name.Municipality, areas.Current) }, type.Leadership is Leadership.PoliceOnly, act);
            return seen.IsOf(type) ? classified : classified.WithdrawUnfit(type, allowed, desk.OnIt, act);
        }, cancellation);
        return answer with { Consequences = [.. answer.Consequences, .. LoanConsequences.Of(answer.Incident, BorrowTerms.Of(decided))] };
    }

    public async Task<IncidentAnswer> ReprioritiseAsync(IncidentName name, string etag, int priority, string reason, Call call, RequestKey request, CancellationToken cancellation)
    {
        var incident = await acts.HandleAsync(name, reason, call, request, (desk, act) => desk.Seen(etag).Reprioritise(priority, act), cancellation);
        return new(incident) { Consequences = [.. LoanConsequences.Of(incident, BorrowTerms.Of(await settings.OfAsync(name.Tenant, cancellation)))] };
    }

    public Task<Incident> MoveAsync(IncidentName name, string etag, Place place, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        acts.HandleAsync(name, reason, call, request, (desk, act) => desk.Seen(etag).MoveTo(place.In(name.Municipality, areas.Current), act), cancellation);

    public IEnumerable<string> ConsequencesOf(Incident moved) => MoveConsequences.Of(moved, areas.Current);

    public async Task<Incident> NoteAsync(IncidentName name, string text, DateTimeOffset? occurTime, Call call, RequestKey request, CancellationToken cancellation)
    {
        await crews.RequireOnIncidentAsync(name, call, cancellation);
        return await acts.HandleAsync(name, text, call, request, (desk, act) => desk.Existing().Note(act with { OccurTime = OccurRules.Counted(occurTime, act.At) }), cancellation);
    }
}
