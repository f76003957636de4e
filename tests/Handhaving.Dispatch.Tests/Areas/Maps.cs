using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Areas.Import;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>Maps to test with; <c>Files/</c> holds those in the official shape.</summary>
internal static class Maps
{
    public static readonly AreaOrigin Official = new("test.geojson", ImportAreas.Attribution, new DateOnly(2025, 1, 1));

    public static Stream Open(string file) => typeof(Maps).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);

    public static async Task<IReadOnlyList<Area>> ReadAsync(params string[] files)
    {
        List<Area> areas = [];
        foreach (var file in files)
        {
            await using var content = Open(file);
            areas.AddRange((await OfficialMap.ReadAsync(content, null, null, TestContext.Current.CancellationToken)).Areas);
        }
        return areas;
    }

    public static AreaMap Of(IEnumerable<Area> areas) => new(1, areas.Select(area => new ImportedArea(area, Official, 1)));

    /// <summary>A point of the national grid, in metres.</summary>
    public static Point At(double x, double y) => new RijksdriehoekPoint(x, y).ToWgs84();

    /// <summary>Codes of the areas a point lies in; "outside" in none.</summary>
    public static string Path(this AreaMap map, Point point) => map.Locate(point) is { } found
        ? string.Join('/', new[] { found.Municipality, found.District, found.Neighbourhood }.Select(area => area?.Area.Code).OfType<string>())
        : "outside";
}
