namespace Handhaving.Capacity.Demand.Calendar;

/// <summary>Which days are special. On a date with two, the one named last counts: an event before a holiday, and <see cref="Ordinary"/> before either.</summary>
public sealed class DayCalendar
{
    /// <summary>Makes a day that would be special one like its weekday.</summary>
    public static readonly SpecialDayKind Ordinary = new("ordinary");

    private readonly Dictionary<DateOnly, SpecialDay> special = [];

    public DayCalendar(IEnumerable<SpecialDay> days)
    {
        foreach (var day in days) special[day.Date] = day;
        foreach (var day in special.Values.Where(day => day.Kind == Ordinary).ToList()) special.Remove(day.Date);
    }

    /// <summary>The holidays of these years, then the events that are known.</summary>
    public static DayCalendar Dutch(int firstYear, int lastYear, IEnumerable<SpecialDay> events) =>
        new([.. Enumerable.Range(firstYear, Math.Max(0, lastYear - firstYear + 1)).SelectMany(DutchHolidays.Of), .. events]);

    /// <summary>Null = a day like its weekday.</summary>
    public SpecialDay? Find(DateOnly date) => special.GetValueOrDefault(date);

    /// <summary>All special dates.</summary>
    public IEnumerable<DateOnly> Dates => special.Keys;

    public IEnumerable<DateOnly> DatesOf(SpecialDayKind kind) => special.Values.Where(day => day.Kind == kind).Select(day => day.Date);
}
