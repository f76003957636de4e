using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Areas;

/// <summary>An area on the wire; its grid point serves the doors that show a place, too.</summary>
internal static class AreaWire
{
    public static V1.Area ToWire(AreaShown shown) => new()
    {
        Name = NameOf(shown.Imported.Area),
        Code = shown.Imported.Area.Code,
        DisplayName = shown.Imported.Area.Name,
        Kind = (V1.AreaKind)shown.Imported.Area.Kind, // the same numbers, kept so by a contract test
        ParentArea = shown.Imported.Area.Parent is { } parent ? $"municipalities/{shown.Imported.Area.Municipality}/areas/{parent}" : "",
        Geometry = shown.Border ?? "",
        Bounds = ToBounds(shown.Imported.Area),
        Origin = ToWire(shown.Imported.Origin, shown.Imported.Version),
    };

    public static V1.Owner ToWire(OwnerName owner) => new() { Name = owner.Name, DisplayName = owner.DisplayName, Team = owner.Team };

    public static V1.LocatePointResponse ToWire(Point point, AreaMap map, LocatedArea? located) => new()
    {
        State = located is not null ? V1.PointState.InArea : map.IsLoaded ? V1.PointState.Outside : V1.PointState.NoAreas,
        Municipality = Basic(located?.Municipality),
        District = Basic(located?.District),
        Neighbourhood = Basic(located?.Neighbourhood),
        Rijksdriehoek = ToGrid(point),
    };

    /// <returns>Null where the national grid does not reach.</returns>
    public static Geo.V1.RijksdriehoekPoint? ToGrid(Point point) =>
        point.IsInTheNetherlands && RijksdriehoekPoint.Of(point) is { IsInDomain: true } grid ? new() { XMeters = Math.Round(grid.XMeters, 2), YMeters = Math.Round(grid.YMeters, 2) } : null;

    public static string NameOf(Area area) => $"municipalities/{area.Municipality}/areas/{area.Code}";

    private static V1.Area? Basic(ImportedArea? area) => area is null ? null : ToWire(new AreaShown(area, null));

    private static V1.AreaBounds ToBounds(Area area)
    {
        var bounds = area.Shape.EnvelopeInternal;
        return new() { SouthWest = new() { Latitude = bounds.MinY, Longitude = bounds.MinX }, NorthEast = new() { Latitude = bounds.MaxY, Longitude = bounds.MaxX } };
    }

    private static V1.AreaOrigin ToWire(AreaOrigin origin, long version) => new()
    {
        Source = origin.Source,
        Attribution = origin.Attribution,
        ValidFromTime = Timestamp.FromDateTime(origin.ValidFrom.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
        Version = version,
    };
}
