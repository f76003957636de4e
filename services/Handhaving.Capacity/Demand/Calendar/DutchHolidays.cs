namespace Handhaving.Capacity.Demand.Calendar;

/// <summary>Dutch public holidays (Algemene termijnenwet, art. 3) with New Year's Eve, and carnival as the south keeps it.</summary>
public static class DutchHolidays
{
    public static readonly SpecialDayKind Carnival = new("carnival"), KingsDay = new("kings-day"), NewYearsEve = new("new-years-eve"), NewYearsDay = new("new-years-day"), Christmas = new("christmas"), Holiday = new("holiday");

    /// <summary>In order of date; a date may carry two names (5 May on Ascension Day).</summary>
    public static IReadOnlyList<SpecialDay> Of(int year)
    {
        var easter = Easter.SundayOf(year);
        var kingsDay = new DateOnly(year, 4, 27);
        if (kingsDay.DayOfWeek is DayOfWeek.Sunday) kingsDay = kingsDay.AddDays(-1); // kept on Saturday
        return
        [.. new SpecialDay[]
        {
            new(new(year, 1, 1), NewYearsDay, DayOfWeek.Sunday),
            // Saturday to Tuesday, before Ash Wednesday.
            new(easter.AddDays(-50), Carnival, DayOfWeek.Saturday),
            new(easter.AddDays(-49), Carnival, DayOfWeek.Saturday),
            new(easter.AddDays(-48), Carnival, DayOfWeek.Saturday),
            new(easter.AddDays(-47), Carnival, DayOfWeek.Saturday),
            new(easter.AddDays(-2), Holiday, null), // Good Friday: most people work
            new(easter, Holiday, DayOfWeek.Sunday),
            new(easter.AddDays(1), Holiday, DayOfWeek.Sunday),
            new(kingsDay, KingsDay, DayOfWeek.Saturday),
            new(new(year, 5, 5), Holiday, null), // Liberation Day: off once in five years
            new(easter.AddDays(39), Holiday, DayOfWeek.Sunday), // Ascension Day
            new(easter.AddDays(49), Holiday, DayOfWeek.Sunday), // Whit Sunday
            new(easter.AddDays(50), Holiday, DayOfWeek.Sunday),
            new(new(year, 12, 25), Christmas, DayOfWeek.Sunday),
            new(new(year, 12, 26), Christmas, DayOfWeek.Sunday),
            new(new(year, 12, 31), NewYearsEve, DayOfWeek.Saturday),
        }.OrderBy(day => day.Date)];
    }
}
