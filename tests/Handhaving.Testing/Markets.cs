namespace Handhaving.Testing;

/// <summary>A point well inside each municipality of the demo region, in degrees: a report must lie where it says.</summary>
public static class Markets
{
    public static (double Latitude, double Longitude) Of(string municipality) => municipality switch
    {
        "0888" => (50.94, 5.80),
        "0971" => (50.969, 5.767),
        "1883" => (50.998, 5.869),
        "0882" => (50.906, 6.03),
        "0899" => (50.947, 5.971),
        "0965" => (50.834, 5.982),
        "0986" => (50.883, 5.93),
        "1954" => (50.918, 5.886),
        _ => throw new ArgumentOutOfRangeException(nameof(municipality), municipality, "No municipality of the demo region."),
    };
}
