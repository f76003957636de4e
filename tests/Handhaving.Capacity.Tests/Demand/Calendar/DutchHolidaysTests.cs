using CsCheck;
using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Tests.Demand.Calendar;

public sealed class DutchHolidaysTests
{
    [Theory]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")] // the latest it can be
    [InlineData("2285-03-22")] // the earliest
    [InlineData("1981-04-19")]
    [InlineData("2049-04-18")]
    public void Easter_is_when_it_is(string sunday)
    {
        var expected = DateOnly.Parse(sunday, null);

        Assert.Equal(expected, Easter.SundayOf(expected.Year));
    }

    [Fact]
    public void Easter_is_a_sunday_from_22_march_to_25_april() => Gen.Int[1583, 4000].Sample(year =>
        Easter.SundayOf(year) is { DayOfWeek: DayOfWeek.Sunday } sunday && sunday >= new DateOnly(year, 3, 22) && sunday <= new DateOnly(year, 4, 25));

    [Fact]
    public void The_holidays_of_2026_are_these() => Assert.Equal(
        ["01-01", "02-14", "02-15", "02-16", "02-17", "04-03", "04-05", "04-06", "04-27", "05-05", "05-14", "05-24", "05-25", "12-25", "12-26", "12-31"],
        DutchHolidays.Of(2026).Select(day => $"{day.Date:MM-dd}"));

    [Fact]
    public void Kings_day_on_a_sunday_is_kept_the_day_before() =>
        Assert.Equal(new DateOnly(2025, 4, 26), DutchHolidays.Of(2025).Single(day => day.Kind == DutchHolidays.KingsDay).Date);

    [Fact]
    public void An_event_counts_before_the_holiday_of_its_day()
    {
        SpecialDayKind kermis = new("kermis");
        var calendar = DayCalendar.Dutch(2026, 2027, [new(new(2026, 5, 25), kermis, null)]);

        Assert.Equal(kermis, calendar.Find(new(2026, 5, 25))?.Kind);
        Assert.Equal(DutchHolidays.Carnival, calendar.Find(new(2027, 2, 7))?.Kind);
        Assert.Null(calendar.Find(new(2026, 6, 1)));
        Assert.Equal(8, calendar.DatesOf(DutchHolidays.Carnival).Count());
    }
}
