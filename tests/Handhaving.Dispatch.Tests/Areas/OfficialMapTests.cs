using System.Text;
using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Areas.Import;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>What the wijk- en buurtkaart gives us, year after year and in both grids, and what we refuse.</summary>
public sealed class OfficialMapTests
{
    private const string Square = "[[[5.80,50.90],[5.82,50.90],[5.82,50.92],[5.80,50.92],[5.80,50.90]]]";
    private const string GridSquare = "[[[184000,324000],[186000,324000],[186000,326000],[184000,326000],[184000,324000]]]";

    [Fact]
    public async Task Both_grids_give_the_same_areas_within_a_centimetre()
    {
        var (grid, degrees) = (await Maps.ReadAsync("buurten-rd.geojson"), await Maps.ReadAsync("buurten-wgs84.geojson"));

        Assert.Equal(degrees.Select(area => area with { Shape = area.Shape.Factory.CreatePolygon() }), grid.Select(area => area with { Shape = area.Shape.Factory.CreatePolygon() }), SameExceptShape);
        Assert.All(degrees.Zip(grid), pair => Assert.All(pair.First.Shape.Coordinates.Zip(pair.Second.Shape.Coordinates), corner => Assert.True(corner.First.Distance(corner.Second) < 1e-7)));
    }

    [Fact]
    public async Task Land_and_water_of_one_municipality_are_joined_under_its_name_and_holes_stay()
    {
        var areas = (await Maps.ReadAsync("gemeenten-rd.geojson")).ToDictionary(area => area.Code);

        Assert.Equal(["0888", "0971", "1883"], areas.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("Stein", 1), (areas["0971"].Name, areas["0971"].Shape.NumGeometries));
        Assert.Single(((NetTopologySuite.Geometries.Polygon)areas["0888"].Shape).Holes);
        Assert.Equal(2, areas["1883"].Shape.NumGeometries);
    }

    [Theory]
    [InlineData("""{"gemeentecode":"GM0888","gemeentenaam":"Beek"}""", "0888", "Beek", null)]
    [InlineData("""{"GM_CODE":"GM0888","GM_NAAM":"Beek"}""", "0888", "Beek", null)]
    [InlineData("""{"statcode":"GM0888","statnaam":"Beek"}""", "0888", "Beek", null)]
    [InlineData("""{"wijkcode":"WK088801","wijknaam":"Oost","gemeentecode":"GM0888"}""", "WK088801", "Oost", "0888")]
    [InlineData("""{"WK_CODE":"WK088801","WK_NAAM":"Oost","GM_CODE":"GM0888"}""", "WK088801", "Oost", "0888")]
    [InlineData("""{"buurtcode":"BU0888AD07","buurtnaam":"Markt","wijkcode":"WK0888AD","gemeentecode":"GM0888"}""", "BU0888AD07", "Markt", "WK0888AD")]
    [InlineData("""{"buurtcode":"BU08889997","buurtnaam":"","water":"JA"}""", "BU08889997", "BU08889997", "WK088899")]
    public async Task The_fields_of_each_year_are_understood(string properties, string code, string name, string? parent)
    {
        var area = Assert.Single((await ReadAsync(Collection(Feature(properties, Square)))).Areas);

        Assert.Equal((code, name, parent, "0888"), (area.Code, area.Name, area.Parent, area.Municipality));
    }

    [Fact]
    public async Task The_kind_asked_for_counts_where_a_feature_carries_several_codes()
    {
        var content = Collection(Feature("""{"wijkcode":"WK088801","gemeentecode":"GM0888","gemeentenaam":"Beek","jaar":2024}""", Square));

        var map = await ReadAsync(content, AreaKind.Municipality);

        Assert.Equal(("0888", 2024), (Assert.Single(map.Areas).Code, map.Year));
    }

    [Theory]
    [InlineData("", GridSquare)]
    [InlineData(""" "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}, """, GridSquare)]
    [InlineData(""" "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}, """, Square)]
    [InlineData("", Square)]
    public async Task The_grid_follows_from_the_crs_member_or_the_size_of_the_numbers(string crs, string coordinates)
    {
        var area = Assert.Single((await ReadAsync(Collection(Feature("""{"gemeentecode":"GM0888"}""", coordinates), crs))).Areas);

        Assert.True(area.Shape.EnvelopeInternal.Intersects(5.81, 50.91));
    }

    [Theory]
    [InlineData("not JSON", "{", "JSON")]
    [InlineData("no collection", """{"type":"Feature"}""", "FeatureCollection")]
    [InlineData("no areas", """{"features":[]}""", "coordinates")]
    [InlineData("another grid", """{"crs":{"properties":{"name":"EPSG:3857"}},"features":[]}""", "--crs")]
    [InlineData("no code", """{"features":[{"properties":{"naam":"x"},"geometry":{"type":"Polygon","coordinates":[[[5.8,50.9],[5.9,50.9],[5.9,51],[5.8,50.9]]]}}]}""", "gemeentecode")]
    [InlineData("a bow tie", """{"features":[{"properties":{"gemeentecode":"GM0888"},"geometry":{"type":"Polygon","coordinates":[[[5.8,50.9],[5.9,51],[5.9,50.9],[5.8,51],[5.8,50.9]]]}}]}""", "GM0888: Self-intersection")]
    [InlineData("an open ring", """{"features":[{"properties":{"gemeentecode":"GM0888"},"geometry":{"type":"Polygon","coordinates":[[[5.8,50.9],[5.9,51],[5.9,50.9],[5.8,51]]]}}]}""", "GM0888")]
    [InlineData("no area", """{"features":[{"properties":{"gemeentecode":"GM0888"},"geometry":{"type":"Point","coordinates":[5.8,50.9]}}]}""", "GM0888")]
    [InlineData("no geometry", """{"features":[{"properties":{"gemeentecode":"GM0888"},"geometry":{"type":"Polygon","coordinates":[[[5.8,50.9],[5.9,50.9],[5.9,51],[5.8,50.9]]]}},{"properties":{"gemeentecode":"GM0971"},"geometry":null}]}""", "GM0971")]
    [InlineData("elsewhere", """{"features":[{"properties":{"gemeentecode":"GM0888"},"geometry":{"type":"Polygon","coordinates":[[[50.9,5.8],[50.9,5.9],[51,5.9],[50.9,5.8]]]}}]}""", "--crs")]
    public async Task What_cannot_be_taken_is_named_with_what_to_do(string what, string content, string said)
    {
        var refused = await Assert.ThrowsAsync<ImportRefused>(() => ReadAsync(content));

        Assert.True(refused.Problems.Any(problem => problem.Contains(said, StringComparison.Ordinal)), $"{what}: {refused.Message}");
    }

    [Fact]
    public async Task Every_bad_area_is_named_at_once_up_to_twenty()
    {
        var features = Enumerable.Range(1, 25).Select(number => Feature($$"""{"gemeentecode":"GM{{number:0000}}"}""", "[]"));

        var refused = await Assert.ThrowsAsync<ImportRefused>(() => ReadAsync(Collection(string.Join(',', features)), null, CoordinateGrid.Wgs84));

        Assert.Equal((21, "And 5 more."), (refused.Problems.Count, refused.Problems[^1]));
    }

    private static bool SameExceptShape(Area one, Area other) => (one.Code, one.Name, one.Kind, one.Municipality, one.Parent) == (other.Code, other.Name, other.Kind, other.Municipality, other.Parent);

    private static Task<OfficialMap> ReadAsync(string content, AreaKind? kind = null, CoordinateGrid? grid = null) =>
        OfficialMap.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), kind, grid, TestContext.Current.CancellationToken);

    private static string Collection(string features, string crs = "") => $$"""{"type":"FeatureCollection",{{crs}}"features":[{{features}}]}""";

    private static string Feature(string properties, string coordinates) =>
        $$$"""{"type":"Feature","properties":{{{properties}}},"geometry":{"type":"Polygon","coordinates":{{{coordinates}}}}}""";
}
