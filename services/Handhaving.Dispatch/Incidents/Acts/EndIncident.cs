using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>How an incident ends, and how an ended one goes on.</summary>
public sealed class EndIncident(ActOnIncident acts, TenantSettings settings)
{
    public async Task<Incident> RecordDispositionAsync(IncidentName name, string etag, string disposition, Call call, RequestKey request, CancellationToken cancellation)
    {
        var outcomes = OutcomeList.Of(await settings.OfAsync(name.Tenant, cancellation));
        return await acts.HandleAsync(name, "", call, request, (desk, act) => desk.Seen(etag).RecordDisposition(outcomes.Require(disposition), act), cancellation);
    }

    public Task<Incident> CloseAsync(IncidentName name, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        acts.HandleAsync(name, "", call, request, (desk, act) => desk.Seen(etag).Close(act), cancellation);

    public Task<Incident> CancelAsync(IncidentName name, string etag, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        acts.HandleAsync(name, reason, call, request, (desk, act) => desk.Seen(etag).Cancel(act), cancellation);

    public async Task<Incident> ReopenAsync(IncidentName name, string etag, string reason, string? type, Call call, RequestKey request, CancellationToken cancellation)
    {
        var kinds = KindList.Of(await settings.OfAsync(name.Tenant, cancellation));
        return await acts.HandleAsync(name, reason, call, request, (desk, act) => desk.Seen(etag).Reopen(type is null ? null : kinds.Find(type), act), cancellation);
    }
}
