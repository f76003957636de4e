using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Handhaving.Dispatch.Areas.Import;

/// <summary>Reads the geometry of a feature (RFC 7946) into WGS84.</summary>
internal static class GeoJsonShape
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), srid: 4326);

    /// <returns>The shape, or what is wrong with it and what to do.</returns>
    public static (Geometry? Shape, string Problem) Read(JsonElement geometry, CoordinateGrid grid)
    {
        try
        {
            return Checked(ShapeOf(geometry, grid));
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, $"the geometry cannot be read ({malformed.Message.ReplaceLineEndings(" ")}); export it again as Polygon or MultiPolygon");
        }
    }

    private static (Geometry? Shape, string Problem) Checked(Geometry shape)
    {
        if (shape.IsEmpty) return (null, "the geometry is empty; export it again with its geometry");
        var bounds = shape.EnvelopeInternal;
        if (!new Incidents.Point(bounds.MinY, bounds.MinX).IsInTheNetherlands || !new Incidents.Point(bounds.MaxY, bounds.MaxX).IsInTheNetherlands)
            return (null, "it does not lie in the Netherlands; say --crs rd or --crs wgs84 if the file means another grid");
        return new IsValidOp(shape).ValidationError is { } error
            ? (null, FormattableString.Invariant($"{error.Message} at longitude {error.Coordinate.X:0.000000}, latitude {error.Coordinate.Y:0.000000}; repair it (in QGIS: Fix geometries) and import again"))
            : (shape, "");
    }

    private static Geometry ShapeOf(JsonElement geometry, CoordinateGrid grid) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => PolygonOf(geometry.GetProperty("coordinates"), grid),
        "MultiPolygon" => Factory.CreateMultiPolygon([.. geometry.GetProperty("coordinates").EnumerateArray().Select(polygon => PolygonOf(polygon, grid))]),
        var other => throw new FormatException($"{other} is no area"),
    };

    private static Polygon PolygonOf(JsonElement rings, CoordinateGrid grid)
    {
        var all = rings.EnumerateArray().Select(ring => Factory.CreateLinearRing([.. ring.EnumerateArray().Select(position => CoordinateOf(position, grid))])).ToList();
        return all.Count == 0 ? Factory.CreatePolygon() : Factory.CreatePolygon(all[0], [.. all.Skip(1)]);
    }

    private static Coordinate CoordinateOf(JsonElement position, CoordinateGrid grid)
    {
        var point = grid.ToPoint(position[0].GetDouble(), position[1].GetDouble());
        return new(point.Longitude, point.Latitude);
    }
}
