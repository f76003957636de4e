using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Fleet;

/// <summary>Where points were, between two parallels and two meridians; it grows and never shrinks.</summary>
internal readonly record struct PointBox(double South, double North, double West, double East)
{
    public static PointBox Around(PointBox? box, Point point) => box is not { } held
        ? new(point.Latitude, point.Latitude, point.Longitude, point.Longitude)
        : new(Math.Min(held.South, point.Latitude), Math.Max(held.North, point.Latitude), Math.Min(held.West, point.Longitude), Math.Max(held.East, point.Longitude));

    /// <summary>Along each side the distance to a point falls and then rises: what is farthest is a corner.</summary>
    public double FarthestMeters(Point point) => ((Point[])[new(South, West), new(South, East), new(North, West), new(North, East)]).Max(point.MetersTo);
}
