using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Tests.Blocks;

public sealed class IntervalTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("2026-11-30", 96)]
    [InlineData("2026-03-29", 92)]
    [InlineData("2026-10-25", 100)]
    public void A_local_day_has_its_blocks_also_where_the_clock_changes(string day, int blocks)
    {
        var date = DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(blocks, new Interval(At(date), At(date.AddDays(1))).Blocks().Count());
    }

    [Fact]
    public void What_does_not_fall_on_quarters_claims_every_block_it_touches()
    {
        var noon = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal([noon, noon.AddMinutes(15)], new Interval(noon.AddMinutes(14), noon.AddMinutes(16)).Blocks());
        Assert.Equal([noon], new Interval(noon, noon.AddMinutes(15)).Blocks());
    }

    private static DateTimeOffset At(DateTime local) => new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
}
