using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.WorkingTime.Checks;

/// <summary>Something counted per local day, and its sum over periods of days that slide.</summary>
public sealed class DaySums
{
    private readonly DateOnly first;
    private readonly double[] until;

    public DaySums(IEnumerable<(DateOnly Day, double Value)> values)
    {
        var byDay = values.ToLookup(value => value.Day, value => value.Value);
        first = byDay.Count == 0 ? DateOnly.MinValue : byDay.Min(day => day.Key);
        var last = byDay.Count == 0 ? DateOnly.MinValue : byDay.Max(day => day.Key);
        until = new double[last.DayNumber - first.DayNumber + 2];
        for (var day = 0; day + 1 < until.Length; day++) until[day + 1] = until[day] + byDay[first.AddDays(day)].Sum();
    }

    /// <summary>Sum over so many days from a day on.</summary>
    public double From(DateOnly day, int days) => UpTo(day.DayNumber + days) - UpTo(day.DayNumber);

    /// <summary>Of each run of periods, one day apart, that go past a limit and hold something in the judged range: the one that goes furthest.</summary>
    /// <param name="past">How much of the measure a period has when it goes past the limit; null = it does not.</param>
    public IEnumerable<(Interval Time, double Measured)> Worst(Interval range, int days, Func<DateOnly, double?> past)
    {
        var (from, to) = (DutchClock.DayOf(range.Start), DutchClock.DayOf(range.End.AddTicks(-1)));
        (Interval Time, double Measured)? worst = null;
        for (var start = from.AddDays(1 - days); start <= to; start = start.AddDays(1))
        {
            var (lower, upper) = (start > from ? start : from, start.AddDays(days - 1) < to ? start.AddDays(days - 1) : to);
            if (From(lower, upper.DayNumber - lower.DayNumber + 1) > 0 && past(start) is { } measured)
            {
                if (worst is null || measured > worst.Value.Measured) worst = (new(DutchClock.Midnight(start), DutchClock.Midnight(start.AddDays(days))), measured);
            }
            else if (worst is { } found)
            {
                yield return found;
                worst = null;
            }
        }
        if (worst is { } last) yield return last;
    }

    private double UpTo(int dayNumber) => until[Math.Clamp(dayNumber - first.DayNumber, 0, until.Length - 1)];
}
