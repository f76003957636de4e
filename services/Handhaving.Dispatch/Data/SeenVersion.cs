using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Data;

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
