using Handhaving.Benchmarks.Measuring;

namespace Handhaving.Benchmarks.Tests;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 2.5)]
    public void The_median_is_the_middle_or_between_the_two_middles(double[] values, double median) => Assert.Equal(median, Statistics.Median(values));

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1.0, 100)]
    [InlineData(0.001, 1)]
    public void A_percentile_is_the_smallest_value_that_so_many_do_not_exceed(double part, double value) =>
        Assert.Equal(value, Statistics.Percentile(Enumerable.Range(1, 100).Reverse().Select(number => (double)number), part));

    [Fact]
    public void Nothing_measured_has_no_middle_and_no_tail()
    {
        Assert.Throws<ArgumentException>(() => Statistics.Median([]));
        Assert.Throws<ArgumentException>(() => Statistics.Percentile([], 0.99));
    }
}
