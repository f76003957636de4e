namespace Handhaving.Simulator.Scenario;

/// <summary>A point in WGS84, with the plane geometry that suffices over some kilometres.</summary>
public readonly record struct Point(double Latitude, double Longitude)
{
    private const double MetersPerDegree = 111_195;

    /// <summary>Length of the straight line in metres.</summary>
    public double MetersTo(Point other)
    {
        var north = (other.Latitude - Latitude) * MetersPerDegree;
        var east = (other.Longitude - Longitude) * MetersPerDegree * Math.Cos(Latitude * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }

    /// <summary>The point this share of the way to another, 0 = here, 1 = there.</summary>
    public Point Towards(Point other, double share) =>
        new(Latitude + ((other.Latitude - Latitude) * share), Longitude + ((other.Longitude - Longitude) * share));

    /// <summary>A point drawn evenly from the disc of this radius around it.</summary>
    public Point Jitter(Chance chance, double radiusMeters)
    {
        var distance = radiusMeters * Math.Sqrt(chance.Next());
        var angle = 2 * Math.PI * chance.Next();
        return new(
            Latitude + (distance * Math.Sin(angle) / MetersPerDegree),
            Longitude + (distance * Math.Cos(angle) / (MetersPerDegree * Math.Cos(Latitude * Math.PI / 180))));
    }
}
