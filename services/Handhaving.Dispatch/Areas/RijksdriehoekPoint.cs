using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Areas;

/// <summary>A point of the national grid (Rijksdriehoek, EPSG:28992), in metres.</summary>
/// <remarks>
/// Polynomials of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten",
/// Geodesia 2001/2: within 0.25 m of the official transformation on Dutch soil, without its correction grid.
/// </remarks>
public readonly record struct RijksdriehoekPoint(double XMeters, double YMeters)
{
    // The tower of Amersfoort's Onze Lieve Vrouwe church, where the grid begins.
    private const double OriginX = 155_000;
    private const double OriginY = 463_000;
    private const double OriginLatitude = 52.15517440;
    private const double OriginLongitude = 5.38720621;

    // Each term: power of the first difference, power of the second, coefficient.
    private static readonly (int P, int Q, double Value)[] Latitude =
    [
        (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
        (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
    ];

    private static readonly (int P, int Q, double Value)[] Longitude =
    [
        (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
        (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
    ];

    private static readonly (int P, int Q, double Value)[] X =
    [
        (0, 1, 190094.945), (1, 1, -11832.228), (2, 1, -114.211), (0, 3, -32.391), (1, 0, -0.705), (3, 1, -2.340),
        (1, 3, -0.608), (0, 2, -0.008), (2, 3, 0.148),
    ];

    private static readonly (int P, int Q, double Value)[] Y =
    [
        (1, 0, 309056.544), (0, 2, 3638.893), (2, 0, 73.077), (1, 2, -157.984), (3, 0, 59.788), (0, 1, 0.433),
        (2, 2, -6.439), (1, 1, -0.032), (0, 4, 0.092), (1, 4, -0.054),
    ];

    /// <summary>Whether the polynomials hold here: the rectangle of the Dutch grid.</summary>
    public bool IsInDomain => XMeters is >= 0 and <= 300_000 && YMeters is >= 290_000 and <= 630_000;

    public static RijksdriehoekPoint Of(Point point)
    {
        // In units of 10,000 seconds of arc.
        var (north, east) = (0.36 * (point.Latitude - OriginLatitude), 0.36 * (point.Longitude - OriginLongitude));
        return new(OriginX + Sum(X, north, east), OriginY + Sum(Y, north, east));
    }

    public Point ToWgs84()
    {
        // In units of 100 km; the sums are seconds of arc.
        var (east, north) = ((XMeters - OriginX) * 1e-5, (YMeters - OriginY) * 1e-5);
        return new(OriginLatitude + Sum(Latitude, east, north) / 3600, OriginLongitude + Sum(Longitude, east, north) / 3600);
    }

    private static double Sum((int P, int Q, double Value)[] terms, double first, double second)
    {
        var sum = 0.0;
        foreach (var (p, q, value) in terms) sum += value * Math.Pow(first, p) * Math.Pow(second, q);
        return sum;
    }
}
