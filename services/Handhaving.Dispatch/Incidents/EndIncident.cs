using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Records how an incident ended.</summary>
public sealed class RecordDisposition(IncidentWriter incidents, IncidentCatalog catalog, TimeProvider clock)
{
    public async Task<Incident> HandleAsync(IncidentName name, string etag, string disposition, Call call, RequestKey request, CancellationToken cancellation)
    {
        catalog.RequireDisposition(disposition);
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        var answer = await incidents.WriteAsync(call, name, request, null, Opening.Existing, desk => new(desk.Seen(etag).RecordDisposition(disposition, act)), cancellation);
        return answer.Incident;
    }
}

/// <summary>Closes a handled incident.</summary>
public sealed class CloseIncident(IncidentWriter incidents, TimeProvider clock)
{
    public async Task<Incident> HandleAsync(IncidentName name, string etag, Call call, RequestKey request, CancellationToken cancellation)
    {
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        var answer = await incidents.WriteAsync(call, name, request, null, Opening.Existing, desk => new(desk.Seen(etag).Close(act)), cancellation);
        return answer.Incident;
    }
}

/// <summary>The version that a caller acts on.</summary>
internal static class SeenVersion
{
    /// <summary>The incident, when it still is what the caller saw.</summary>
    /// <exception cref="RuleBroken">ETAG_MISMATCH.</exception>
    public static Incident Seen(this Desk desk, string etag)
    {
        var incident = desk.Existing();
        Reasons.EtagMismatch.Require(IncidentWire.EtagOf(incident.Version) == etag, ("name", incident.Name.Value));
        return incident;
    }

    public static Incident Existing(this Desk desk) => desk.Incident ?? throw new InvalidOperationException("This act is on an incident that exists.");
}
