using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Offers an incident to a unit and takes its slot; of two offers to one unit exactly one is accepted.</summary>
public sealed class AssignUnit(IncidentWriter incidents, IncidentCatalog catalog, OfferTime offerTime, TimeProvider clock)
{
    public async Task<IncidentAnswer> HandleAsync(IncidentName name, UnitName unit, string etag, Call call, RequestKey request, CancellationToken cancellation)
    {
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        var assignment = Guid.CreateVersion7(act.At);
        var validity = await offerTime.OfAsync(call, act.At, cancellation);
        return await incidents.WriteAsync(call, name, request, unit, Opening.Existing, desk => Decide(desk, unit, etag, assignment, validity, act), cancellation);
    }

    private IncidentAnswer Decide(Desk desk, UnitName name, string etag, Guid assignment, TimeSpan validity, Act act)
    {
        AssignmentRules.UnitFree.Require(desk.Holder is null, ("unit", desk.Unit?.CallSign ?? name.Value), ("winner", desk.Holder?.AssignedBy ?? ""), ("winnerIncident", desk.Holder?.Incident ?? ""));
        var incident = desk.Seen(etag);
        var unit = desk.Unit ?? throw AssignmentRules.OnDuty.Broken(("unit", name.Value));
        var offered = incident.Offer(assignment, unit, catalog.Find(incident.Type), validity, act);
        return new(offered, new AssignmentName(incident.Name, assignment));
    }
}
