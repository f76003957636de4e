using CsCheck;
using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Tests.Demand.Calendar;

public sealed class DutchClockTests
{
    [Theory]
    [InlineData("2026-03-28", 24)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_day_has_as_many_hours_as_elapse(string day, int hours) => Assert.Equal(hours, DutchClock.HoursOf(DateOnly.Parse(day, null)).Count);

    [Fact]
    public void In_spring_no_hour_shows_two_and_in_autumn_two_do()
    {
        Assert.Equal([0, 1, 3, 4], DutchClock.HoursOf(new(2026, 3, 29)).Take(4).Select(hour => hour.Hour));
        Assert.Equal([0, 1, 2, 2, 3], DutchClock.HoursOf(new(2026, 10, 25)).Take(5).Select(hour => hour.Hour));
    }

    [Fact]
    public void Each_instant_lies_in_exactly_one_hour_of_its_local_day() => Gen.Long[new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks, new DateTimeOffset(2060, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks].Sample(ticks =>
    {
        var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        var hour = DutchClock.HourOf(instant.ToOffset(TimeSpan.FromHours(5)));
        return hour.Start <= instant && instant < hour.Start.AddHours(1) && DutchClock.HoursOf(hour.Date).Count(other => other == hour) == 1;
    });
}
