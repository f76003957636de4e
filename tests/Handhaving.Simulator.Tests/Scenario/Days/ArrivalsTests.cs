using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Days;
using Xunit;

namespace Handhaving.Simulator.Tests.Scenario.Days;

public sealed class ArrivalsTests
{
    private const int PerDay = 50_000;

    [Fact]
    public void Arrivals_follow_the_hour_curve()
    {
        var arrivals = Draw(11, PerDay, TimeSpan.Zero, TimeSpan.FromHours(24)).ToList();
        var perDay = PerDay * WeekCurve.FactorOf(DayOfWeek.Wednesday);

        var chiSquare = Enumerable.Range(0, 24).Sum(hour =>
        {
            var expected = perDay * HourCurve.ShareAt(TimeSpan.FromHours(hour));
            var seen = arrivals.Count(at => (int)at.TotalHours == hour);
            return (seen - expected) * (seen - expected) / expected;
        });

        // 24 degrees of freedom: one sample in a thousand lies above.
        Assert.InRange(chiSquare, 0, 51.2);
    }

    [Fact]
    public void Counts_per_quarter_vary_as_a_poisson_process_does()
    {
        // Within one hour the rate does not change, so variance / mean of its quarters is 1 but for chance.
        var counts = Enumerable.Range(0, 500).SelectMany(seed => Draw(seed, 2_000, TimeSpan.FromHours(20), TimeSpan.FromHours(1))
            .GroupBy(at => (int)(at.TotalMinutes / 15)).Select(quarter => (double)quarter.Count())).ToList();
        var mean = counts.Average();

        Assert.InRange(counts.Average(count => (count - mean) * (count - mean)) / mean, 0.9, 1.1);
    }

    [Fact]
    public void Arrivals_rise_and_end_with_the_evening()
    {
        var arrivals = Draw(3, 1_000, TimeSpan.FromHours(18), TimeSpan.FromHours(6)).ToList();

        Assert.Equal(arrivals.Order(), arrivals);
        Assert.All(arrivals, at => Assert.InRange(at, TimeSpan.Zero, TimeSpan.FromHours(6)));
    }

    private static IEnumerable<TimeSpan> Draw(int seed, double perDay, TimeSpan start, TimeSpan duration) => Arrivals.Draw(
        new Chance(seed, "test"), new DayRate(new("test", perDay, 1, 1, 0), DayOfWeek.Wednesday, start, Surge: null, Factor: 1), duration);
}
