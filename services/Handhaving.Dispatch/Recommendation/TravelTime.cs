using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Travel over the road as reckoned from the great circle.</summary>
public readonly record struct TravelTime(int Seconds, int Meters)
{
    // Road distance over straight-line distance; 1.3 to 1.4 is what studies of Dutch and other dense road networks find.
    private const double RoadFactor = 1.35;

    public static TravelTime Between(Point from, Point to, UnitKind kind)
    {
        var meters = from.MetersTo(to) * RoadFactor;
        return new((int)Math.Ceiling(meters / MetersPerSecond(kind)), (int)Math.Round(meters));
    }

    // Average door to door inside built-up areas, in metres per second: 5, 15, 30 and 40 km/h.
    private static double MetersPerSecond(UnitKind kind) => kind switch
    {
        UnitKind.Foot => 1.4,
        UnitKind.Bike => 4.2,
        UnitKind.Car => 8.3,
        UnitKind.Police => 11.1,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of unit."),
    };
}
