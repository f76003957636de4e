using System.Globalization;
using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Data.Seed;
using NetTopologySuite.Geometries;
using Point = Handhaving.Dispatch.Incidents.Point;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>The drawing of the demo region is a map: valid, without gap or overlap, and every place lies where it belongs.</summary>
public sealed class DemoAreasTests
{
    // Reports and units of the simulator lie up to 290 m from their place; its streets of cafés are at the places of their neighbourhoods.
    private const double LeastMarginMeters = 300;

    public static TheoryData<string, string, double, double> Places()
    {
        TheoryData<string, string, double, double> places = new()
        {
            { "Chemelot", "1883", 50.976, 5.795 },
            { "rail yard Sittard", "1883", 51.004, 5.857 },
            { "Haven Stein", "0971", 50.973, 5.760 },
            { "Maastricht Aachen Airport", "0888", 50.912, 5.771 },
        };
        foreach (var row in Rows("neighbourhoods.csv")) places.Add(row["name"], row["cbs_code"], Number(row["lat"]), Number(row["lon"]));
        foreach (var row in Rows("municipalities.csv")) places.Add($"centre of {row["municipality"]}", row["cbs_code"], Number(row["lat"]), Number(row["lon"]));
        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_place_lies_in_its_own_municipality_well_away_from_the_border(string place, string municipality, double latitude, double longitude)
    {
        var areas = await ReadAsync();
        var point = new Point(latitude, longitude);

        var found = Maps.Of(areas).Locate(point);

        Assert.True(found is not null, $"{place} lies outside.");
        Assert.Equal(municipality, found.Municipality.Area.Code);
        Assert.NotNull(found.District);
        Assert.True(MarginMeters(found.Municipality.Area, point) >= LeastMarginMeters, $"{place} lies {MarginMeters(found.Municipality.Area, point):0} m from the border.");
    }

    [Fact]
    public async Task Every_listed_place_has_a_district_of_its_name()
    {
        var map = Maps.Of(await ReadAsync());

        Assert.Empty(Rows("neighbourhoods.csv").Where(row => map.Locate(new Point(Number(row["lat"]), Number(row["lon"])))?.District?.Area.Name != row["name"]).Select(row => row["name"]));
    }

    [Fact]
    public async Task Every_border_is_valid() => Assert.Empty((await ReadAsync()).Where(area => !area.Shape.IsValid).Select(area => area.Code));

    [Theory]
    [InlineData(AreaKind.Municipality)]
    [InlineData(AreaKind.District)]
    public async Task Areas_of_a_kind_touch_and_never_overlap(AreaKind kind)
    {
        var areas = (await ReadAsync()).Where(area => area.Kind == kind).ToList();

        var overlaps = areas.SelectMany(one => areas.Where(other => string.CompareOrdinal(one.Code, other.Code) < 0 && !Touches(one.Shape, other.Shape)).Select(other => $"{one.Code} and {other.Code}"));

        Assert.Empty(overlaps);
    }

    [Fact]
    public async Task Districts_fill_their_municipality_without_gap_or_sliver()
    {
        var areas = await ReadAsync();

        Assert.Equal(8, areas.Count(area => area.Kind is AreaKind.Municipality));
        Assert.All(areas.Where(area => area.Kind is AreaKind.Municipality), municipality =>
        {
            var districts = NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Union(areas.Where(area => area.Parent == municipality.Code).Select(area => area.Shape));
            Assert.True(districts.EqualsTopologically(municipality.Shape), municipality.Name);
        });
    }

    [Fact]
    public async Task Municipalities_of_a_team_that_are_neighbours_share_their_border()
    {
        var areas = (await ReadAsync()).ToDictionary(area => area.Code);

        Assert.All(new[] { ("0888", "0971"), ("0888", "1883"), ("0971", "1883"), ("0899", "1954"), ("0986", "1954"), ("0888", "1954"), ("1883", "1954") },
            pair => Assert.True(areas[pair.Item1].Shape.Intersection(areas[pair.Item2].Shape).Length > 0, $"{pair}"));
    }

    private static Task<IReadOnlyList<Area>> ReadAsync() => DemoAreas.ReadAsync(TestContext.Current.CancellationToken);

    private static bool Touches(Geometry one, Geometry other) => one.Disjoint(other) || one.Touches(other);

    // In the metres of the national grid, where a degree east is as long as it is.
    private static double MarginMeters(Area area, Point point)
    {
        var border = area.Shape.Boundary.Copy();
        border.Apply(new ToGrid());
        border.GeometryChanged();
        var grid = RijksdriehoekPoint.Of(point);
        return border.Distance(border.Factory.CreatePoint(new Coordinate(grid.XMeters, grid.YMeters)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Rows(string file)
    {
        using var reader = new StreamReader(Maps.Open(file));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second))];
    }

    private sealed class ToGrid : ICoordinateFilter
    {
        public void Filter(Coordinate coord)
        {
            var grid = RijksdriehoekPoint.Of(new Point(coord.Y, coord.X));
            (coord.X, coord.Y) = (grid.XMeters, grid.YMeters);
        }
    }
}
