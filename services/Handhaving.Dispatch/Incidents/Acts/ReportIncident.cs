using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents.Reading;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>A report becomes an incident with a number, whatever is still missing; who reported it is kept apart.</summary>
public sealed class ReportIncident(IncidentWriter incidents, TenantSettings settings, AreaIndex areas, TimeProvider clock)
{
    public async Task<Incident> HandleAsync(Report report, Reporter? reporter, Call call, RequestKey request, CancellationToken cancellation)
    {
        IncidentRules.NoReporter.Require(reporter is null || !report.IsAnonymous, ("source", report.Source.ToString()));
        IncidentRules.CanBeAnswered.Require(reporter is not { IsEmpty: true });
        // Who may not read tips cannot pass one on either: its answer would show it.
        Reasons.PermissionMissing.Require(report.Source is not IncidentSource.AnonymousTip || call.Restricted == RestrictedReach.All, ("permission", RestrictedIncidents.Permission));
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        var name = new IncidentName(call.Owner.Value, Guid.CreateVersion7(act.At));
        // Looked at only when it is new: a report repeated after an import is answered as it was.
        var kinds = KindList.Of(await settings.OfAsync(name.Tenant, cancellation));
        Report Checked() => OfKind(report, kinds) with { Place = report.Place.In(name.Municipality, areas.Current) };
        var answer = await incidents.WriteAsync(call, name, request, null, Opening.Numbered, desk => new(Incident.Report(name, desk.NewNumber, Checked(), act)) { Reporter = reporter }, cancellation);
        return answer.Incident;
    }

    // What the municipality decided about a kind is kept with what is reported as it.
    private static Report OfKind(Report report, KindList kinds)
    {
        if (report.Type.Length == 0) return report;
        var kind = kinds.Find(report.Type);
        return report with { Kind = kind.Kept, Priority = report.Priority == 0 ? kind.DefaultPriority ?? 0 : report.Priority };
    }
}
