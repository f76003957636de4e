using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Types;

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
        Location = incident.Place.IsKnown ? ToWire(incident.Place) : null,
        Description = incident.Description,
        State = (V1.IncidentState)incident.State,
        Assignments = { incident.Assignments.Select(AssignmentWire.ToWire) },
        TypeDisplayName = incident.TypeName,
        Dispositions = { incident.Dispositions },
        Outcomes = { incident.Outcomes.Where(outcome => incident.Dispositions.Contains(outcome.Code)).Select(ToWire) }, // an older version that reopened it knows of no names
        Signals = { incident.Signals.Select(signal => (V1.IncidentSignal)signal) },
        ReportTime = Timestamp.FromDateTimeOffset(incident.ReportedAt),
        CreateTime = Timestamp.FromDateTimeOffset(incident.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(incident.UpdatedAt),
        Etag = EtagOf(incident.Version),
        Episode = incident.Episode,
        Cautions = { incident.Cautions },
        LocationUnknownReason = incident.LocationUnknownReason,
        PreviousLocations = { incident.PreviousPlaces.Select(ToWire) },
        Hold = incident.Hold is { } hold ? ToWire(hold) : null,
        PendingTime = ToWire(incident.PendingSince),
        WaitedSeconds = (long)incident.Waited.TotalSeconds,
        HandleTime = ToWire(incident.HandledAt),
    };

    public static Report FromWire(V1.Incident incident) => new(
        (IncidentSource)incident.Source,
        incident.Type,
        incident.Priority,
        incident.PriorityReason,
        PlaceOf(incident.Location) ?? Place.Nowhere,
        incident.Description,
        [.. incident.Cautions],
        incident.ReportTime?.ToDateTimeOffset()) { LocationUnknownReason = incident.LocationUnknownReason };

    /// <returns>Null when they stay as they are.</returns>
    public static IReadOnlyList<string>? CautionsOf(V1.ClassifyIncidentRequest request)
    {
        IncidentRules.CautionsOrNone.Require(!request.CautionsCleared || request.Cautions.Count == 0);
        return request.Cautions.Count > 0 || request.CautionsCleared ? [.. request.Cautions] : null;
    }

    /// <returns>Null when no location is given.</returns>
    public static Place? PlaceOf(Geo.V1.Location? location) =>
        location is null ? null : Place.At(PointOf(location.Position), location.AccuracyMeters, location.Description);

    public static Point PointOf(Geo.V1.Position position) => new(position.Latitude, position.Longitude);

    /// <returns>Null when nothing is said about anybody, not even that an answer is wanted.</returns>
    public static Reporter? FromWire(V1.Reporter? reporter)
    {
        if (reporter is null) return null;
        var said = new Reporter(reporter.DisplayName, reporter.Phone, reporter.Email, reporter.WantsAnswer);
        return said.IsEmpty && !said.WantsAnswer ? null : said;
    }

    public static V1.Reporter ToWire(Reporter reporter) =>
        new() { DisplayName = reporter.DisplayName, Phone = reporter.Phone, Email = reporter.Email, WantsAnswer = reporter.WantsAnswer };

    public static V1.Disposition ToWire(Disposition outcome) => new() { Code = outcome.Code, DisplayName = outcome.DisplayName, EnglishDisplayName = outcome.EnglishDisplayName ?? "" };

    public static string EtagOf(long version) => $"\"{version}\"";

    private static V1.Hold ToWire(Hold hold) => new()
    {
        Kind = (V1.HoldKind)hold.Kind, // the same numbers, kept so by a contract test
        UntilTime = Timestamp.FromDateTimeOffset(hold.Until),
        Reason = hold.Reason,
    };

    private static Timestamp? ToWire(DateTimeOffset? time) => time is { } set ? Timestamp.FromDateTimeOffset(set) : null;

    private static Geo.V1.Location ToWire(Place place) => new()
    {
        Position = new() { Latitude = place.Point.Latitude, Longitude = place.Point.Longitude },
        AccuracyMeters = place.AccuracyMeters,
        Description = place.Description,
        Rijksdriehoek = AreaWire.ToGrid(place.Point),
        AreaPath = place.Area is { } area ? new() { Municipality = area.Municipality, District = area.District ?? "", Neighbourhood = area.Neighbourhood ?? "" } : null,
    };
}
