using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>One act of a caller on one incident that exists: decided under lock, committed with others, answered once per request.</summary>
public sealed class ActOnIncident(IncidentWriter incidents)
{
    /// <param name="text">Reason or remark for the history; empty for none.</param>
    public async Task<Incident> HandleAsync(IncidentName name, string text, Call call, RequestKey request, Func<Desk, Act, Incident> decide, CancellationToken cancellation) =>
        (await HandleAsync(Opening.Existing, name, text, call, request, decide, cancellation)).Incident;

    /// <summary>The same for an act that looks at the units on the incident too, and says what it means for them.</summary>
    public Task<IncidentAnswer> HandleWithUnitsAsync(IncidentName name, string text, Call call, RequestKey request, Func<Desk, Act, Incident> decide, CancellationToken cancellation) =>
        HandleAsync(Opening.WithUnits, name, text, call, request, decide, cancellation);

    private Task<IncidentAnswer> HandleAsync(Opening opening, IncidentName name, string text, Call call, RequestKey request, Func<Desk, Act, Incident> decide, CancellationToken cancellation) =>
        incidents.WriteAsync(call, name, request, null, opening, desk =>
        {
            var changed = decide(desk, desk.ActOf(call.Caller.Subject, text.Length > 0 ? text : null));
            return new(changed) { Consequences = [.. changed.LeadConsequences] };
        }, cancellation);
}
