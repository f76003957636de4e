using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Days;
using Xunit;

namespace Handhaving.Simulator.Tests.Scenario.Days;

public sealed class DayRateTests
{
    private static readonly Surge Midnight = Scenarios.All["jaarwisseling"].Surge ?? throw new InvalidOperationException("The New Year has a surge.");

    [Fact]
    public void A_week_has_seven_mean_days()
    {
        Assert.Equal(7, Enum.GetValues<DayOfWeek>().Sum(WeekCurve.FactorOf), 1e-9);
    }

    [Theory]
    [InlineData(DayOfWeek.Friday, DayOfWeek.Saturday, 15.7 / 13.0)]
    [InlineData(DayOfWeek.Tuesday, DayOfWeek.Sunday, 15.0 / 11.0)]
    public void Days_differ_as_measured(DayOfWeek busy, DayOfWeek quiet, double ratio)
    {
        Assert.Equal(ratio, WeekCurve.FactorOf(busy) / WeekCurve.FactorOf(quiet), 1e-9);
    }

    [Theory]
    [InlineData(22.9, false)]
    [InlineData(23, true)]
    [InlineData(24.9, true)]
    [InlineData(25.1, false)]
    [InlineData(0.5, true)]
    public void A_surge_may_pass_midnight(double hour, bool on)
    {
        Assert.Equal(on, Midnight.IsOn(TimeSpan.FromHours(hour)));
    }

    [Fact]
    public void A_surge_multiplies_the_usual()
    {
        var quiet = Rate("L2", null);
        var busy = Rate("L2", Midnight);

        Assert.Equal(15, busy.PerHourAt(TimeSpan.FromHours(4)) / quiet.PerHourAt(TimeSpan.FromHours(4)), 1e-9);
        Assert.Equal(14.0 / 15, busy.SurgeShareAt(TimeSpan.FromHours(4)), 1e-9);
        Assert.Equal(quiet.PerHourAt(TimeSpan.FromHours(1)), busy.PerHourAt(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void The_nation_bursts_at_sixty_a_minute()
    {
        Assert.Equal(60 * 60, Rate("L3", Midnight).PerHourAt(TimeSpan.FromHours(4)));
    }

    [Fact]
    public void The_day_after_midnight_counts_as_itself()
    {
        var rate = new DayRate(LoadLevel.All["L2"], DayOfWeek.Saturday, TimeSpan.FromHours(12), null, 1);

        Assert.Equal(
            WeekCurve.FactorOf(DayOfWeek.Sunday) / WeekCurve.FactorOf(DayOfWeek.Saturday),
            rate.PerHourAt(TimeSpan.FromHours(14)) * HourCurve.ShareAt(TimeSpan.FromHours(13)) / (rate.PerHourAt(TimeSpan.FromHours(1)) * HourCurve.ShareAt(TimeSpan.FromHours(2))),
            1e-9);
    }

    private static DayRate Rate(string level, Surge? surge) => new(LoadLevel.All[level], DayOfWeek.Wednesday, TimeSpan.FromHours(20), surge, 15);
}
