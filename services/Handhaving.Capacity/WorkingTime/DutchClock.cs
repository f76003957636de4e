using System.Globalization;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>Local time in Europe/Amsterdam, in which the law states its days and nights; lengths are always between instants.</summary>
public static class DutchClock
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The instant of a local time; the first of two where the clock goes back, the moment of the jump where it goes forward.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (Amsterdam.IsInvalidTime(local)) local = local.Date.AddHours(local.Hour); // the hour that is left out begins with the jump
        var offset = Amsterdam.IsAmbiguousTime(local) ? Amsterdam.GetAmbiguousTimeOffsets(local).Max() : Amsterdam.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public static DateTimeOffset Midnight(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>Local days that a stretch touches, in order.</summary>
    public static IEnumerable<DateOnly> Days(DateTimeOffset start, DateTimeOffset end)
    {
        for (var day = DayOf(start); Midnight(day) < end; day = day.AddDays(1)) yield return day;
    }

    /// <summary>A moment as users read it: <c>ma 30-11 22:00</c>.</summary>
    public static string Say(DateTimeOffset moment) => Local(moment).ToString("ddd dd-MM HH:mm", Dutch);

    /// <summary>A number as users read it, with at most two decimals.</summary>
    public static string Say(double number) => number.ToString("0.##", Dutch);

    private static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Amsterdam);
}
