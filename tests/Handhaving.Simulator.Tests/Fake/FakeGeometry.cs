using Handhaving.Geo.V1;

namespace Handhaving.Simulator.Fake;

/// <summary>Distances over some kilometres.</summary>
public static class FakeGeometry
{
    private const double MetersPerDegree = 111_195;

    /// <summary>Straight line between two positions in metres.</summary>
    public static double Meters(Position one, Position other)
    {
        var (north, east) = (one.Latitude - other.Latitude, (one.Longitude - other.Longitude) * Math.Cos(one.Latitude * Math.PI / 180));
        return MetersPerDegree * Math.Sqrt((north * north) + (east * east));
    }
}
