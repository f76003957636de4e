using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation.Travel;

/// <summary>How a travel time was found.</summary>
public enum TravelSource { Unknown = 1, Reckoned, Routed, NotRouted }

/// <summary>Travel over the road: as reckoned from the great circle, or as a routing engine found it.</summary>
public readonly record struct TravelTime(int Seconds, int Meters, TravelSource Source)
{
    // Road distance over straight-line distance; 1.3 to 1.4 is what studies of Dutch and other dense road networks find.
    private const double RoadFactor = 1.35;

    private static readonly double Fastest = Enum.GetValues<UnitKind>().Max(MetersPerSecond);

    public TimeSpan Time => TimeSpan.FromSeconds(Seconds);

    /// <summary>To a place that nobody knows.</summary>
    public static TravelTime Unknown { get; } = new(0, 0, TravelSource.Unknown);

    public static TravelTime Between(Point from, Point to, UnitKind kind)
    {
        var meters = from.MetersTo(to) * RoadFactor;
        return new((int)Math.Ceiling(meters / MetersPerSecond(kind)), (int)Math.Round(meters), TravelSource.Reckoned);
    }

    /// <summary>Seconds that no unit at this great-circle distance can reckon less than.</summary>
    public static int LeastSecondsAt(double greatCircleMeters) => (int)Math.Floor(greatCircleMeters * RoadFactor / Fastest);

    /// <summary>Time than which no unit of a kind that is no farther away reckons more.</summary>
    public static TimeSpan LongestAt(double greatCircleMeters, UnitKind kind) => TimeSpan.FromSeconds(Math.Ceiling(greatCircleMeters * RoadFactor / MetersPerSecond(kind)) + 1);

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
