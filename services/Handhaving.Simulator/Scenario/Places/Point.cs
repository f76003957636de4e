namespace Handhaving.Simulator.Scenario.Places;

/// <summary>A point in WGS84, with the plane geometry that suffices over some kilometres.</summary>
public readonly record struct Point(double Latitude, double Longitude)
{
    private const double MetersPerDegree = 111_195;

    private double MetersPerDegreeEast => MetersPerDegree * Math.Cos(Latitude * Math.PI / 180);

    /// <summary>Length of the straight line in metres.</summary>
    public double MetersTo(Point other)
    {
        var north = (other.Latitude - Latitude) * MetersPerDegree;
        var east = (other.Longitude - Longitude) * MetersPerDegreeEast;
        return Math.Sqrt((north * north) + (east * east));
    }

    /// <summary>The point this share of the way to another, 0 = here, 1 = there.</summary>
    public Point Towards(Point other, double share) =>
        new(Latitude + ((other.Latitude - Latitude) * share), Longitude + ((other.Longitude - Longitude) * share));

    /// <summary>This point, or where the line from the centre to it leaves the disc of this radius.</summary>
    public Point Within(Point centre, double radiusMeters)
    {
        var distance = centre.MetersTo(this);
        return distance <= radiusMeters ? this : centre.Towards(this, radiusMeters / distance);
    }

    /// <summary>A point drawn evenly from the disc of this radius around it.</summary>
    public Point Jitter(Chance chance, double radiusMeters) => Ring(chance, 0, radiusMeters);

    /// <summary>A point drawn evenly from the ring between two radii around it.</summary>
    public Point Ring(Chance chance, double fromMeters, double toMeters)
    {
        var (inner, outer) = (fromMeters * fromMeters, toMeters * toMeters);
        var distance = Math.Sqrt(inner + ((outer - inner) * chance.Next()));
        var angle = 2 * Math.PI * chance.Next();
        return new(
            Latitude + (distance * Math.Sin(angle) / MetersPerDegree),
            Longitude + (distance * Math.Cos(angle) / MetersPerDegreeEast));
    }
}
