using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;

namespace Handhaving.Dispatch.Priorities;

/// <summary>The queue on the wire.</summary>
internal static class QueueWire
{
    private const int UsualLimit = 20;

    public static int LimitOf(V1.RecommendQueueRequest request) => request.Limit == 0 ? UsualLimit : request.Limit;

    public static V1.RecommendQueueResponse ToWire(IncidentQueue queue) => new() { Entries = { queue.Entries.Select(ToWire) }, WaitingCount = queue.Waiting, Profile = queue.Profile };

    private static V1.QueuedIncident ToWire(QueuedIncident entry) => new()
    {
        Incident = entry.Incident.Name.Value,
        Number = entry.Incident.Number,
        Type = entry.Incident.Type,
        TypeDisplayName = entry.Incident.TypeName,
        Priority = entry.Incident.Priority,
        PendingTime = (entry.Incident.PendingSince ?? entry.Incident.CreatedAt).ToTimestamp(),
        Theme = entry.Theme?.Code ?? "",
        ThemeDisplayName = entry.Theme?.DisplayName ?? "",
        ThemeWeight = entry.Theme?.Weight ?? 0,
        Zone = entry.Zone?.DisplayName ?? "",
        Pick = entry.Pick is { } pick ? RecommendationWire.ToWire(pick) : null,
        Etag = IncidentWire.EtagOf(entry.Incident.Version),
    };
}
