using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Incidents;

/// <summary>A report becomes an incident that waits for a unit.</summary>
public sealed class ReportIncident(IncidentWriter incidents, IncidentCatalog catalog, TimeProvider clock)
{
    public async Task<Incident> HandleAsync(Report report, Call call, RequestKey request, CancellationToken cancellation)
    {
        catalog.Find(report.Type);
        IncidentRules.InRegion.Require(report.Place.Point.IsInTheNetherlands);
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        var name = new IncidentName(call.Owner.Value, Guid.CreateVersion7(act.At));
        var answer = await incidents.WriteAsync(call, name, request, null, Opening.Numbered, desk => new(Incident.Report(name, desk.NewNumber, report, act)), cancellation);
        return answer.Incident;
    }
}
