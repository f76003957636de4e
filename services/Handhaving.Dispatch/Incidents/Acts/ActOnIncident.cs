using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>One act of a caller on one incident that exists: decided under lock, committed with others, answered once per request.</summary>
public sealed class ActOnIncident(IncidentWriter incidents)
{
    /// <param name="text">Reason or remark for the history; empty for none.</param>
    public Task<Incident> HandleAsync(IncidentName name, string text, Call call, RequestKey request, Func<Desk, Act, Incident> decide, CancellationToken cancellation) =>
        HandleAsync(Opening.Existing, name, text, call, request, decide, cancellation);

    /// <summary>The same for an act that looks at the units on the incident too.</summary>
    public Task<Incident> HandleWithUnitsAsync(IncidentName name, string text, Call call, RequestKey request, Func<Desk, Act, Incident> decide, CancellationToken cancellation) =>
        HandleAsync(Opening.WithUnits, name, text, call, request, decide, cancellation);

    private async Task<Incident> HandleAsync(Opening opening, IncidentName name, string text, Call call, RequestKey request, Func<Desk, Act, Incident> decide, CancellationToken cancellation)
    {
        var answer = await incidents.WriteAsync(call, name, request, null, opening, desk => new(decide(desk, new Act(call.Caller.Subject, desk.Now, text.Length > 0 ? text : null))), cancellation);
        return answer.Incident;
    }
}
