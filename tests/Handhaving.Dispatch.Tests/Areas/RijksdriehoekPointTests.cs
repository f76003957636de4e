using CsCheck;
using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Tests.Areas;

public sealed class RijksdriehoekPointTests
{
    // Published with the polynomials: the grid's origin and two towers.
    [Theory]
    [InlineData("Amersfoort", 155_000, 463_000, 52.15517440, 5.38720621)]
    [InlineData("Westertoren", 120_700.723, 487_525.501, 52.37453253, 4.88352559)]
    [InlineData("Martinitoren", 233_883.131, 582_065.167, 53.21938317, 6.56820053)]
    public void A_known_point_has_its_published_coordinates(string place, double x, double y, double latitude, double longitude)
    {
        var (grid, wgs84) = (new RijksdriehoekPoint(x, y), new Point(latitude, longitude));

        Assert.True(wgs84.MetersTo(grid.ToWgs84()) < 0.25, place);
        Assert.True(Distance(grid, RijksdriehoekPoint.Of(wgs84)) < 0.25, place);
    }

    [Fact]
    public void There_and_back_over_the_dutch_domain_is_less_than_a_quarter_of_a_metre() =>
        Gen.Select(Gen.Double[13_000, 278_000], Gen.Double[306_000, 620_000]).Sample((x, y) =>
        {
            var start = new RijksdriehoekPoint(x, y);
            return start.IsInDomain && Distance(start, RijksdriehoekPoint.Of(start.ToWgs84())) < 0.25;
        }, iter: 20_000);

    [Theory]
    [InlineData(-1, 400_000)]
    [InlineData(300_001, 400_000)]
    [InlineData(100_000, 289_999)]
    [InlineData(100_000, 630_001)]
    [InlineData(double.NaN, 400_000)]
    public void Beyond_the_grid_the_formulas_do_not_hold(double x, double y) => Assert.False(new RijksdriehoekPoint(x, y).IsInDomain);

    private static double Distance(RijksdriehoekPoint one, RijksdriehoekPoint other) => Math.Sqrt(Math.Pow(one.XMeters - other.XMeters, 2) + Math.Pow(one.YMeters - other.YMeters, 2));
}
