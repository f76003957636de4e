using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Assignments;

namespace Handhaving.Dispatch.Incidents;

/// <summary>An incident on the wire; shared by its own door, the doors of assignments and the board.</summary>
internal static class IncidentWire
{
    public static V1.Incident ToWire(Incident incident) => new()
    {
        Name = incident.Name.Value,
        Number = incident.Number,
        Source = (V1.IncidentSource)incident.Source, // the same numbers, kept so by a contract test
        Type = incident.Type,
        Priority = incident.Priority,
        PriorityReason = incident.PriorityReason,
        Location = ToWire(incident.Place),
        Description = incident.Description,
        State = (V1.IncidentState)incident.State,
        Assignments = { incident.Assignments.Select(AssignmentWire.ToWire) },
        Dispositions = { incident.Dispositions },
        ReportTime = Timestamp.FromDateTimeOffset(incident.ReportedAt),
        CreateTime = Timestamp.FromDateTimeOffset(incident.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(incident.UpdatedAt),
        Etag = EtagOf(incident.Version),
        Episode = incident.Episode,
    };

    public static Report FromWire(V1.Incident incident) => new(
        (IncidentSource)incident.Source,
        incident.Type,
        incident.Priority,
        incident.PriorityReason,
        new Place(new Point(incident.Location.Position.Latitude, incident.Location.Position.Longitude), incident.Location.AccuracyMeters, incident.Location.Description),
        incident.Description,
        incident.ReportTime?.ToDateTimeOffset());

    public static string EtagOf(long version) => $"\"{version}\"";

    private static Geo.V1.Location ToWire(Place place) => new()
    {
        Position = new() { Latitude = place.Point.Latitude, Longitude = place.Point.Longitude },
        AccuracyMeters = place.AccuracyMeters,
        Description = place.Description,
    };
}
