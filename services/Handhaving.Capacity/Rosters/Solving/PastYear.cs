using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>How many nights, weekends and Sundays somebody worked in the year before a roster, by plan or really.</summary>
public readonly record struct PastYear(int Nights, int Weekends, int Sundays)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(364);
    private static readonly TimeSpan NightWork = TimeSpan.FromHours(1);
    private static readonly TimeOnly NightEnds = new(6, 0);

    public static PastYear Of(IEnumerable<WorkShift> work, DateTimeOffset until)
    {
        List<Interval> times = [.. work.Where(shift => shift.Kind is not ShiftKind.Credited && shift.Time.Start >= until - Year && shift.Time.Start < until).Select(shift => shift.Time)];
        var days = times.SelectMany(time => DutchClock.Days(time.Start, time.End)).ToHashSet();
        return new(times.Where(IsNight).Select(time => DutchClock.DayOf(time.Start)).Distinct().Count(), days.Where(IsWeekend).Select(day => day.DayNumber / 7).Distinct().Count(), days.Count(day => day.DayOfWeek is DayOfWeek.Sunday));
    }

    /// <summary>More than an hour of it lies between 00:00 and 06:00 (ATW 1:7 under d).</summary>
    public static bool IsNight(Interval time) => DutchClock.Days(time.Start, time.End).Sum(day => Overlap(time, new(DutchClock.Midnight(day), DutchClock.At(day, NightEnds))).TotalHours) > NightWork.TotalHours;

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static TimeSpan Overlap(Interval one, Interval other)
    {
        var (start, end) = (one.Start > other.Start ? one.Start : other.Start, one.End < other.End ? one.End : other.End);
        return end > start ? end - start : TimeSpan.Zero;
    }
}
