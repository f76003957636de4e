using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents.Reading;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>A report becomes an incident with a number, whatever is still missing; who reported it is kept apart.</summary>
public sealed class ReportIncident(IncidentWriter incidents, IncidentCatalog catalog, AreaIndex areas, TimeProvider clock)
{
    public async Task<Incident> HandleAsync(Report report, Reporter? reporter, Call call, RequestKey request, CancellationToken cancellation)
    {
        if (report.Type.Length > 0) catalog.Find(report.Type);
        IncidentRules.NoReporter.Require(reporter is null || !report.IsAnonymous, ("source", report.Source.ToString()));
        IncidentRules.CanBeAnswered.Require(reporter is not { IsEmpty: true });
        // Who may not read tips cannot pass one on either: its answer would show it.
        Reasons.PermissionMissing.Require(report.Source is not IncidentSource.AnonymousTip || call.Restricted == RestrictedReach.All, ("permission", RestrictedIncidents.Permission));
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        var name = new IncidentName(call.Owner.Value, Guid.CreateVersion7(act.At));
        // Looked at only when it is new: a report repeated after an import is answered as it was.
        Report Checked() => report with { Place = report.Place.In(name.Municipality, areas.Current) };
        var answer = await incidents.WriteAsync(call, name, request, null, Opening.Numbered, desk => new(Incident.Report(name, desk.NewNumber, Checked(), act)) { Reporter = reporter }, cancellation);
        return answer.Incident;
    }
}
