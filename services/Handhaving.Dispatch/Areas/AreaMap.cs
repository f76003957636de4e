using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Point = Handhaving.Dispatch.Incidents.Point;

namespace Handhaving.Dispatch.Areas;

/// <summary>All areas of one version in memory, made for asking where a point lies. Never changes, so any number of threads may ask.</summary>
public sealed class AreaMap
{
    private readonly STRtree<Shape> tree = new();

    /// <param name="version">Number of the last import that it holds; 0 = none.</param>
    public AreaMap(long version, IEnumerable<ImportedArea> areas)
    {
        Version = version;
        All = [.. areas.OrderBy(area => area.Area.Code, StringComparer.Ordinal)];
        foreach (var area in All) tree.Insert(area.Area.Shape.EnvelopeInternal, new Shape(area));
        tree.Build();
    }

    public static AreaMap Empty { get; } = new(0, []);

    public long Version { get; }

    /// <summary>Every area, by code.</summary>
    public IReadOnlyList<ImportedArea> All { get; }

    /// <summary>Whether it can say anything about a point.</summary>
    public bool IsLoaded => All.Count > 0;

    /// <summary>The name of an area; its code when it is not, or no longer, on the map.</summary>
    public string NameOf(string code) => All.FirstOrDefault(area => area.Area.Code == code)?.Area.Name ?? code;

    /// <summary>Where a point lies: inside an area, never merely near it. A point on a shared border belongs to the area with the lowest code.</summary>
    /// <returns>Null when it lies in no municipality of this map.</returns>
    public LocatedArea? Locate(Point point)
    {
        var place = new Coordinate(point.Longitude, point.Latitude);
        var near = tree.Query(new Envelope(place));
        if (Find(near, place, AreaKind.Municipality, null) is not { } municipality) return null;
        var district = Find(near, place, AreaKind.District, municipality.Area.Code);
        return new(municipality, district, district is null ? null : Find(near, place, AreaKind.Neighbourhood, district.Area.Code));
    }

    private static ImportedArea? Find(IList<Shape> near, Coordinate place, AreaKind kind, string? parent)
    {
        Shape? found = null;
        foreach (var shape in near)
            if (shape.IsOf(kind, parent) && (found is null || string.CompareOrdinal(shape.Code, found.Code) < 0) && shape.Holds(place)) found = shape;
        return found?.Area;
    }

    /// <summary>An area with its edges indexed, so that a point is compared with few of them.</summary>
    private sealed class Shape
    {
        private readonly IndexedPointInAreaLocator locator;

        public Shape(ImportedArea area)
        {
            (Area, locator) = (area, new IndexedPointInAreaLocator(area.Area.Shape));
            locator.Locate(area.Area.Shape.Coordinate); // builds its index now, not under the first report
        }

        public ImportedArea Area { get; }

        public string Code => Area.Area.Code;

        public bool IsOf(AreaKind kind, string? parent) => Area.Area.Kind == kind && Area.Area.Parent == parent;

        public bool Holds(Coordinate place) => locator.Locate(place) is not Location.Exterior;
    }
}
