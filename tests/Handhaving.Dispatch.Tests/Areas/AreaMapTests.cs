using CsCheck;
using Handhaving.Dispatch.Areas;
using NetTopologySuite.Geometries;
using Point = Handhaving.Dispatch.Incidents.Point;

namespace Handhaving.Dispatch.Tests.Areas;

public sealed class AreaMapTests
{
    private static readonly GeometryFactory Factory = new();

    [Theory]
    [InlineData(182_500, 329_000, "0888/WK088800")]
    [InlineData(185_000, 327_000, "0888/WK088801/BU08880100")]
    [InlineData(185_000, 329_000, "0888/WK088801/BU08880101")]
    [InlineData(183_500, 326_500, "0888/WK088802")]
    [InlineData(183_500, 329_000, "0888/WK088802")]
    [InlineData(183_500, 327_500, "1883")]
    [InlineData(187_000, 329_000, "1883")]
    [InlineData(179_000, 329_000, "0971")]
    [InlineData(181_500, 329_000, "0971")]
    [InlineData(177_900, 329_000, "outside")]
    [InlineData(185_000, 330_100, "outside")]
    public async Task A_point_lies_in_its_municipality_district_and_neighbourhood_or_outside_all(double x, double y, string path)
    {
        var map = Maps.Of(await Maps.ReadAsync("gemeenten-rd.geojson", "wijken-wgs84.geojson", "buurten-wgs84.geojson"));

        Assert.Equal(path, map.Path(Maps.At(x, y)));
    }

    [Fact]
    public void A_map_without_areas_knows_nothing_and_says_so()
    {
        Assert.False(AreaMap.Empty.IsLoaded);
        Assert.Null(AreaMap.Empty.Locate(Given.Market));
    }

    [Theory]
    [InlineData(0.5, 1.0, "0002")] // on the edge that two share
    [InlineData(1.0, 1.0, "0002")] // on the corner that four share
    [InlineData(2.0, 1.0, "0004")] // on the outer edge that the two on the right share an end of
    [InlineData(2.0, 1.5, "0009")] // on the outer edge of one
    public void A_point_on_a_border_belongs_to_the_area_with_the_lowest_code_whatever_the_order_of_the_import(double x, double y, string code)
    {
        Area[] areas = [Box("0009", 1, 1), Box("0007", 0, 1), Box("0004", 1, 0), Box("0002", 0, 0)];

        Assert.Equal([code, code], [Maps.Of(areas).Path(new Point(y, x)), Maps.Of(areas.Reverse()).Path(new Point(y, x))]);
    }

    [Fact]
    public async Task The_index_finds_what_comparing_with_every_area_finds()
    {
        var areas = await Data.Seed.DemoAreas.ReadAsync(TestContext.Current.CancellationToken);
        var map = Maps.Of(areas);

        Gen.Select(Gen.Double[50.75, 51.10], Gen.Double[5.65, 6.15]).Sample((latitude, longitude) =>
        {
            var place = Factory.CreatePoint(new Coordinate(longitude, latitude));
            return map.Path(new Point(latitude, longitude)) == ComparedWithEach([.. areas.Where(area => area.Shape.Covers(place))]);
        }, iter: 2_000);
    }

    // More than one of a kind covers a point on a border: the lowest code counts, and below it only its own parts.
    private static string ComparedWithEach(IReadOnlyList<Area> covering)
    {
        List<string> path = [];
        foreach (var kind in new[] { AreaKind.Municipality, AreaKind.District, AreaKind.Neighbourhood })
            if (covering.Where(area => area.Kind == kind && area.Parent == path.LastOrDefault()).MinBy(area => area.Code, StringComparer.Ordinal) is { } next) path.Add(next.Code);
            else break;
        return path.Count == 0 ? "outside" : string.Join('/', path);
    }

    private static Area Box(string code, double x, double y) => new(code, code, AreaKind.Municipality, code, null, Factory.ToGeometry(new Envelope(x, x + 1, y, y + 1)));
}
