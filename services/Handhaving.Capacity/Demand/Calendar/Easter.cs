namespace Handhaving.Capacity.Demand.Calendar;

/// <summary>Gregorian Easter Sunday.</summary>
public static class Easter
{
    /// <summary>Algorithm of Meeus, Jones and Butcher (1876): holds for each year of the Gregorian calendar.</summary>
    public static DateOnly SundayOf(int year)
    {
        var (golden, century, ofCentury) = (year % 19, year / 100, year % 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var dayOfMarch = epact + weekday - 7 * correction + 22;
        return new DateOnly(year, 3, 1).AddDays(dayOfMarch - 1);
    }
}
