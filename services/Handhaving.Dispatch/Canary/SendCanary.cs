using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Canary;

/// <summary>Puts a marked incident on the way that every report goes.</summary>
public sealed class SendCanary(IncidentWriter incidents, TimeProvider clock)
{
    public async Task<Incident> HandleAsync(Call call, RequestKey request, CancellationToken cancellation)
    {
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        var name = new IncidentName(call.Owner.Value, Guid.CreateVersion7(act.At));
        var answer = await incidents.WriteCanaryAsync(call, Incident.Canary(name, act), request, cancellation);
        return answer.Incident;
    }
}
