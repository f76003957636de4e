using Handhaving.Dispatch.Areas;

namespace Handhaving.Dispatch.Incidents;

/// <summary>A point in WGS84, in degrees.</summary>
public readonly record struct Point(double Latitude, double Longitude)
{
    public const double EarthRadiusMeters = 6_371_008.8; // mean radius, IUGG

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

    /// <summary>A place as somebody gave it.</summary>
    /// <remarks>0 north, 0 east stands for "none" in what is stored; as a place that was given it lies in no municipality.</remarks>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">LOCATION_OUTSIDE_REGION.</exception>
    public static Place At(Point point, double accuracyMeters, string description)
    {
        IncidentRules.InRegion.Require(point != default);
        return new(point, accuracyMeters, description);
    }

    public bool IsKnown => Point != default;

    /// <summary>The areas it lies in; null when no areas were known as it was recorded.</summary>
    public AreaPath? Area { get; init; }

    /// <summary>The place with its areas, once it is sure to lie in the municipality that deals with it.</summary>
    /// <remarks>Without any area known it is taken at the caller's word: a report that is refused is lost, while a wrong municipality can be put right.
    /// The service shows as degraded for as long.</remarks>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">LOCATION_OUTSIDE_REGION, LOCATION_IN_OTHER_MUNICIPALITY.</exception>
    public Place In(string municipality, AreaMap areas)
    {
        if (!IsKnown) return this;
        var located = areas.Locate(Point);
        IncidentRules.InRegion.Require(areas.IsLoaded ? located is not null : Point.IsInTheNetherlands);
        if (located is null) return this;
        var lies = located.Municipality.Area;
        IncidentRules.InMunicipality.Require(lies.Code == municipality, ("municipality", $"municipalities/{lies.Code}"), ("displayName", lies.Name));
        return this with { Area = located.Path };
    }
}
