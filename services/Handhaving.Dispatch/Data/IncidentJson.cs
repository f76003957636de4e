using System.Text.Json;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Data;

/// <summary>An incident as it lies in its row.</summary>
public static class IncidentJson
{
    public static string Write(Incident incident) => JsonSerializer.Serialize(incident, MessageJson.Options);

    public static Incident Read(string body) => JsonSerializer.Deserialize<Incident>(body, MessageJson.Options) ?? throw new JsonException("An incident's body is empty.");
}
