namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>Cells of the earth by which near incidents are found, as <c>place_cell</c> of the database counts them.</summary>
internal static class PlaceCells
{
    private const double CellLatitude = 0.005;
    private const double CellLongitude = 0.008;
    private const double MetersPerDegree = 111_195; // of latitude, mean sphere
    private const int MostCells = 100;

    /// <summary>All cells that a circle touches.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The circle is far larger than any question here, or lies at a pole, where a circle has all longitudes.</exception>
    public static long[] Around(Point centre, double radiusMeters)
    {
        var north = radiusMeters / MetersPerDegree;
        var east = north / Math.Cos(double.DegreesToRadians(centre.Latitude));
        var (south, top) = (Row(centre.Latitude - north), Row(centre.Latitude + north));
        var (west, right) = (Column(centre.Longitude - east), Column(centre.Longitude + east));
        if (!double.IsFinite(east) || (double)(top - south + 1) * (right - west + 1) > MostCells) throw new ArgumentOutOfRangeException(nameof(radiusMeters), radiusMeters, "The circle touches too many cells.");
        List<long> cells = [];
        for (var row = south; row <= top; row++)
            for (var column = west; column <= right; column++) cells.Add(row * 100_000 + column);
        return [.. cells];
    }

    private static long Row(double latitude) => (long)Math.Floor(latitude / CellLatitude);

    private static long Column(double longitude) => (long)Math.Floor(longitude / CellLongitude);
}
