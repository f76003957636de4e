using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Handhaving.Dispatch.Areas.Import;

/// <summary>The areas of a file of the wijk- en buurtkaart (Statistics Netherlands with the Kadaster), as GeoJSON in either grid.</summary>
/// <param name="Year">Year that the file says it is of; null when it says none.</param>
public sealed record OfficialMap(IReadOnlyList<Area> Areas, int? Year)
{
    private const int MostProblems = 20;

    /// <param name="kind">What the features are; null = by the most detailed code each carries.</param>
    /// <param name="grid">What the numbers mean; null = as the file says or shows.</param>
    /// <exception cref="ImportRefused">Names each area that cannot be taken.</exception>
    public static async Task<OfficialMap> ReadAsync(Stream file, AreaKind? kind, CoordinateGrid? grid, CancellationToken cancellation)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("features", out var features) || features.ValueKind is not JsonValueKind.Array)
                throw new ImportRefused(["The file is no GeoJSON FeatureCollection. Download the wijk- en buurtkaart as GeoJSON."]);
            return Read(features, kind, grid ?? CoordinateGrids.Of(document.RootElement));
        }
        catch (JsonException broken)
        {
            throw new ImportRefused([$"The file is not whole JSON ({broken.Message}). Download it again."]);
        }
    }

    private static OfficialMap Read(JsonElement features, AreaKind? kind, CoordinateGrid grid)
    {
        List<string> problems = [];
        List<(OfficialArea Official, Geometry Shape)> parts = [];
        foreach (var (number, feature) in features.EnumerateArray().Index())
        {
            if (OfficialArea.Of(feature, kind) is not { } official)
            {
                problems.Add($"Feature {number + 1} carries no gemeentecode, wijkcode or buurtcode{(kind is null ? "" : " of the kind asked for")}. Check --kind and the file.");
                continue;
            }
            var (shape, problem) = feature.TryGetProperty("geometry", out var geometry) ? GeoJsonShape.Read(geometry, grid) : (null, "it has no geometry; export it again with its geometry");
            if (shape is null) problems.Add($"{official.FullCode}: {problem}.");
            else parts.Add((official, shape));
        }
        if (problems.Count == 0 && parts.Count == 0) problems.Add("The file holds no areas.");
        if (problems.Count > 0) throw new ImportRefused([.. problems.Take(MostProblems), .. problems.Skip(MostProblems).Take(1).Select(_ => $"And {problems.Count - MostProblems} more.")]);
        return new([.. parts.GroupBy(part => part.Official.FullCode, StringComparer.Ordinal).Select(Join)], parts.Select(part => part.Official.Year).FirstOrDefault(year => year is not null));
    }

    // The map gives the land and the water of one area as features of their own; for us they are one.
    private static Area Join(IGrouping<string, (OfficialArea Official, Geometry Shape)> parts)
    {
        var all = parts.ToList();
        var official = all.Select(part => part.Official).FirstOrDefault(one => one.Name.Length > 0) ?? all[0].Official;
        return official.With(all.Count == 1 ? all[0].Shape : OverlayNGRobust.Union(all.Select(part => part.Shape)));
    }
}
