using System.Text.Json;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Areas.Import;

/// <summary>What the numbers of a file mean: degrees (longitude, latitude) or metres of the national grid (x, y).</summary>
public enum CoordinateGrid { Wgs84 = 1, Rijksdriehoek }

/// <summary>Finds out which grid a GeoJSON file is in, and reads its numbers.</summary>
internal static class CoordinateGrids
{
    /// <summary>What the file says in its <c>crs</c> member (GeoJSON 2008, still written by many), else by the size of its first number.</summary>
    /// <exception cref="ImportRefused">It says something else than the two known here, or holds no number at all.</exception>
    public static CoordinateGrid Of(JsonElement collection)
    {
        if (collection.TryGetProperty("crs", out var crs) && crs.ValueKind is JsonValueKind.Object)
        {
            var name = crs.GetRawText();
            if (name.Contains("28992", StringComparison.Ordinal)) return CoordinateGrid.Rijksdriehoek;
            if (name.Contains("CRS84", StringComparison.Ordinal) || name.Contains("4326", StringComparison.Ordinal)) return CoordinateGrid.Wgs84;
            throw new ImportRefused([$"The file's crs member {name} is neither EPSG:28992 nor WGS84. Save it in one of these, or say --crs rd or --crs wgs84."]);
        }
        var number = FirstNumber(collection) ?? throw new ImportRefused(["The file holds no coordinates. Is it the GeoJSON of the wijk- en buurtkaart?"]);
        return Math.Abs(number) > 180 ? CoordinateGrid.Rijksdriehoek : CoordinateGrid.Wgs84;
    }

    public static Point ToPoint(this CoordinateGrid grid, double first, double second) => grid switch
    {
        CoordinateGrid.Wgs84 => new(second, first),
        CoordinateGrid.Rijksdriehoek => new RijksdriehoekPoint(first, second).ToWgs84(),
        _ => throw new ArgumentOutOfRangeException(nameof(grid), grid, "Not a grid."),
    };

    private static double? FirstNumber(JsonElement collection)
    {
        foreach (var feature in collection.GetProperty("features").EnumerateArray())
        {
            if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind is not JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var inner)) continue;
            while (inner.ValueKind is JsonValueKind.Array && inner.GetArrayLength() > 0) inner = inner[0];
            if (inner.ValueKind is JsonValueKind.Number) return inner.GetDouble();
        }
        return null;
    }
}
