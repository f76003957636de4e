using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents.Reading;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>An incident waits for something else than a unit: a planned moment, another look, its reporter; and goes on.</summary>
public sealed class PauseIncident(ActOnIncident acts, ReadReporter reporters, TenantSettings settings)
{
    public async Task<Incident> HoldAsync(IncidentName name, string etag, HoldKind kind, DateTimeOffset until, string reason, Call call, RequestKey request, CancellationToken cancellation)
    {
        IncidentRules.HoldByDesk.Require(kind is not HoldKind.Reporter);
        var lead = kind is HoldKind.Schedule ? await settings.NumberOfAsync(name.Tenant, DispatchSettings.ScheduleLeadMinutes, cancellation) : 0;
        var hold = Hold.Before(kind, until, TimeSpan.FromMinutes(lead), reason);
        return await acts.HandleAsync(name, reason, call, request, (desk, act) => desk.Seen(etag).SetAside(hold, act), cancellation);
    }

    public async Task<Incident> AskReporterAsync(IncidentName name, string etag, string question, DateTimeOffset until, Call call, RequestKey request, CancellationToken cancellation)
    {
        var isKnown = await reporters.IsKnownAsync(name, call, cancellation);
        var hold = new Hold(HoldKind.Reporter, until, until, question);
        return await acts.HandleAsync(name, question, call, request, (desk, act) =>
        {
            var incident = desk.Seen(etag);
            var asked = incident.AskReporter(hold, act);
            IncidentRules.ReporterKnown.Require(isKnown, ("number", incident.Number)); // after what it is: of what is cancelled nobody need know the reporter
            return asked;
        }, cancellation);
    }

    public Task<Incident> TakeAnswerAsync(IncidentName name, string etag, string answer, Call call, RequestKey request, CancellationToken cancellation) =>
        acts.HandleAsync(name, answer, call, request, (desk, act) => desk.Seen(etag).TakeAnswer(act), cancellation);

    public Task<Incident> ReleaseAsync(IncidentName name, string etag, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        acts.HandleAsync(name, reason, call, request, (desk, act) => desk.Seen(etag).Release(act), cancellation);
}
