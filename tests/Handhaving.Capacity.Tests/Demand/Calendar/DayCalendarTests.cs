using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Tests.Demand.Calendar;

public sealed class DayCalendarTests
{
    [Fact]
    public void What_is_entered_goes_before_the_law_and_ordinary_unmakes_a_holiday()
    {
        DateOnly kingsDay = new(2027, 4, 27), christmas = new(2027, 12, 25);
        SpecialDayKind fair = new("fair");

        var calendar = DayCalendar.Dutch(2027, 2027, [new(kingsDay, fair, null), new(christmas, DayCalendar.Ordinary, null)]);

        Assert.Equal(fair, calendar.Find(kingsDay)?.Kind);
        Assert.Null(calendar.Find(christmas));
        Assert.DoesNotContain(christmas, calendar.Dates);
        Assert.Equal(DutchHolidays.Christmas, calendar.Find(christmas.AddDays(1))?.Kind);
    }
}
