using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Handhaving.Dispatch.Areas;

/// <summary>Writes a border as GeoJSON (RFC 7946).</summary>
internal static class GeoJson
{
    // Seven decimals of a degree are a centimetre; more would say more than is known.
    private const string Degrees = "0.#######";

    public static string Write(Geometry shape)
    {
        var text = new StringBuilder($$"""{"type":"{{shape.GeometryType}}","coordinates":""");
        switch (shape)
        {
            case Polygon polygon:
                Append(text, polygon);
                break;
            case MultiPolygon several:
                AppendList(text, several.Geometries.Cast<Polygon>(), Append);
                break;
            default:
                throw new InvalidOperationException($"An area is no {shape.GeometryType}.");
        }
        return text.Append('}').ToString();
    }

    private static void Append(StringBuilder text, Polygon polygon) => AppendList(text, polygon.InteriorRings.Prepend(polygon.ExteriorRing), Append);

    private static void Append(StringBuilder text, LineString ring) => AppendList(text, ring.Coordinates, Append);

    private static void Append(StringBuilder text, Coordinate place) =>
        text.Append('[').Append(place.X.ToString(Degrees, CultureInfo.InvariantCulture)).Append(',').Append(place.Y.ToString(Degrees, CultureInfo.InvariantCulture)).Append(']');

    private static void AppendList<T>(StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> append)
    {
        text.Append('[');
        foreach (var (number, item) in items.Index())
        {
            if (number > 0) text.Append(',');
            append(text, item);
        }
        text.Append(']');
    }
}
