namespace Handhaving.Dispatch.Incidents;

/// <summary>A point in WGS84, in degrees.</summary>
public readonly record struct Point(double Latitude, double Longitude)
{
    private const double EarthRadiusMeters = 6_371_008.8; // mean radius, IUGG

    // The European Netherlands with a margin; which municipality a point lies in is decided by its area.
    public bool IsInTheNetherlands => Latitude is > 50.6 and < 53.8 && Longitude is > 3.2 and < 7.4;

    /// <summary>Great-circle distance by the haversine formula.</summary>
    public double MetersTo(Point other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        var chord = north * north + Math.Cos(a) * Math.Cos(b) * east * east;
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}

/// <summary>Where an incident is, as well as it is known.</summary>
public sealed record Place(Point Point, double AccuracyMeters, string Description)
{
    public static Place Nowhere { get; } = new(default, 0, "");
}
