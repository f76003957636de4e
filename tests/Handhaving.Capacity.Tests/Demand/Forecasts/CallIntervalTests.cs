using Handhaving.Capacity.Demand.Forecasts;

namespace Handhaving.Capacity.Tests.Demand.Forecasts;

public sealed class CallIntervalTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.1, 0, 0)] // exp(-0.1) = 0.905
    [InlineData(0.5, 0, 1)] // 0.607, 0.910
    [InlineData(5, 2, 8)] // 0.040, 0.125, then 0.867, 0.932
    public void A_tenth_of_a_poisson_distribution_lies_beyond_each_end(double mean, int low, int high) => Assert.Equal(new CallInterval(low, high), CallInterval.Of(mean));

    [Fact]
    public void It_goes_on_smoothly_where_the_sum_gives_way_to_the_normal_distribution()
    {
        var (exact, normal) = (CallInterval.Of(499.9), CallInterval.Of(500.1));

        Assert.InRange(normal.Low - exact.Low, -2, 2);
        Assert.InRange(normal.High - exact.High, -2, 2);
    }

    [Fact]
    public void Eight_in_ten_lie_in_it()
    {
        var chance = new Random(4);
        var interval = CallInterval.Of(7.5);

        Assert.InRange(Enumerable.Range(0, 20_000).Count(_ => interval.Holds(Given.Poisson(chance, 7.5))) / 20_000.0, 0.8, 0.93);
    }
}
