using System.Text.Json;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Data;

/// <summary>An incident as it lies in its row.</summary>
public static class IncidentJson
{
    public static string Write(Incident incident) => JsonSerializer.Serialize(incident, MessageJson.Options);

    /// <summary>A version that knows of no kept kinds carries one along unread, also when it says that the incident is of another type: such a kind is of what it was before, and counts no more.</summary>
    public static Incident Read(string body)
    {
        var incident = JsonSerializer.Deserialize<Incident>(body, MessageJson.Options) ?? throw new JsonException("An incident's body is empty.");
        return incident.Kind is { } kind && kind.Code != incident.Type ? incident with { Kind = null } : incident;
    }
}
