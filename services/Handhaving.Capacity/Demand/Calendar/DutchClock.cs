namespace Handhaving.Capacity.Demand.Calendar;

/// <summary>Elapsed hours of Europe/Amsterdam. Its offsets are whole hours, so local hours are UTC hours.</summary>
public static class DutchClock
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static LocalHour HourOf(DateTimeOffset instant)
    {
        var start = new DateTimeOffset(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero);
        var local = TimeZoneInfo.ConvertTime(start, Zone);
        return new(start, DateOnly.FromDateTime(local.DateTime), local.Hour);
    }

    /// <summary>What the clock on the wall says at a moment.</summary>
    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The hours of a local day in order: 24, 23 when the clock goes forward, 25 when it goes back.</summary>
    public static IReadOnlyList<LocalHour> HoursOf(DateOnly day)
    {
        List<LocalHour> hours = [];
        for (var hour = HourOf(Midnight(day)); hour.Date == day; hour = HourOf(hour.Start.AddHours(1))) hours.Add(hour);
        return hours;
    }

    // The clock changes at 2 and 3: midnight is always there, and once.
    private static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new(local, Zone.GetUtcOffset(local));
    }
}
