using NetTopologySuite.Geometries;

namespace Handhaving.Dispatch.Areas;

/// <summary>What an area is in the official division (gemeente, wijk, buurt).</summary>
public enum AreaKind { Municipality = 1, District, Neighbourhood }

/// <summary>A municipality, district or neighbourhood with its border.</summary>
/// <param name="Code">As Statistics Netherlands numbers it: <c>0888</c>, <c>WK088801</c>, <c>BU08880102</c>.</param>
/// <param name="Municipality">Code of the municipality it is or lies in.</param>
/// <param name="Parent">Code of the area it lies in; null for a municipality.</param>
/// <param name="Shape">Polygon or multipolygon in WGS84; x is the longitude, y the latitude, in degrees.</param>
public sealed record Area(string Code, string Name, AreaKind Kind, string Municipality, string? Parent, Geometry Shape);

/// <summary>Where a set of areas comes from.</summary>
/// <param name="Source">Name of the file, or <see cref="Demo"/>.</param>
/// <param name="Attribution">Who must be named where the areas are shown.</param>
public sealed record AreaOrigin(string Source, string Attribution, DateOnly ValidFrom)
{
    /// <summary>Our own approximate drawing of the demo region; gives way to any import.</summary>
    public const string Demo = "demo";
}

/// <summary>An area as it was imported.</summary>
/// <param name="Version">Number of the import; rises with each.</param>
public sealed record ImportedArea(Area Area, AreaOrigin Origin, long Version);

/// <summary>The areas a point lies in; without district or neighbourhood where those are not imported.</summary>
public sealed record LocatedArea(ImportedArea Municipality, ImportedArea? District, ImportedArea? Neighbourhood)
{
    public AreaPath Path => new(Municipality.Area.Code, District?.Area.Code, Neighbourhood?.Area.Code);
}

/// <summary>The areas a place lies in, by code, as they were when it was recorded.</summary>
public sealed record AreaPath(string Municipality, string? District, string? Neighbourhood);
