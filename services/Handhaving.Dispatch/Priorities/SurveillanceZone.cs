using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Events.Capacity;
using NetTopologySuite.Geometries;
using Point = Handhaving.Dispatch.Incidents.Point;

namespace Handhaving.Dispatch.Priorities;

/// <summary>A zone in which surveillance counts more, as one who asks where an incident lies.</summary>
public sealed class SurveillanceZone(PatrolZoneSet told)
{
    private readonly Polygon shape = new(new LinearRing([.. told.Boundary.Append(told.Boundary[0]).Select(corner => new Coordinate(corner.Longitude, corner.Latitude))]));

    public string DisplayName => told.DisplayName;

    /// <summary>Whether an incident of the theme lies in it while it counts; one whose place is not known lies nowhere.</summary>
    public bool Takes(Incident incident, HeldTheme? theme, DateTimeOffset now) =>
        CountsAt(now) && (told.Theme.Length == 0 || told.Theme == theme?.Code) && incident.Place.IsKnown && Holds(incident.Place.Point);

    private bool CountsAt(DateTimeOffset now) =>
        now >= told.ValidFrom && now < told.ValidUntil && (told.Windows.Count == 0 || told.Windows.Any(window => window.Holds(UnitFilter.DutchTimeOf(now))));

    private bool Holds(Point point) => shape.EnvelopeInternal.Contains(point.Longitude, point.Latitude) && NetTopologySuite.Algorithm.PointLocation.IsInRing(new(point.Longitude, point.Latitude), shape.Shell.Coordinates);
}
