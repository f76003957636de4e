using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>A dienst as the law means it: work between two rests of at least 8 hours (ATW 1:7 under c), so that shifts with less between them are one.</summary>
/// <param name="shifts">In order, at least one.</param>
public sealed class Duty(IReadOnlyList<WorkShift> shifts, TimeSpan nightWork, TimeSpan shortestBreak)
{
    private static readonly TimeOnly Two = new(2, 0);
    private static readonly TimeOnly Six = new(6, 0);

    public IReadOnlyList<WorkShift> Shifts { get; } = shifts;

    public DateTimeOffset Start => Shifts[0].Time.Start;

    public DateTimeOffset End => Shifts[^1].Time.End;

    public DateOnly Day => DutchClock.DayOf(Start);

    /// <summary>Stretches of work, without breaks.</summary>
    public IReadOnlyList<Interval> Work { get; } = [.. shifts.SelectMany(shift => WorkOf(shift, shortestBreak))];

    /// <summary>Elapsed time worked.</summary>
    public TimeSpan Worked => Sum(Work);

    /// <summary>Work between 00:00 and 06:00 local time.</summary>
    public TimeSpan WorkedAtNight => NightByDay().Aggregate(TimeSpan.Zero, (sum, night) => sum + night.Worked);

    /// <summary>More than an hour of work between 00:00 and 06:00 (ATW 1:7 under d).</summary>
    public bool IsNight => WorkedAtNight > nightWork;

    /// <summary>A night shift that ends after 02:00, to which the rules on rest after it and on its number apply.</summary>
    public bool EndsAfterTwo => IsNight && NightByDay().Any(night => night.Worked > TimeSpan.Zero && End > DutchClock.At(night.Day, Two));

    /// <summary>Time between stretches of work that is long enough to be a break.</summary>
    public TimeSpan Paused => Sum(Work.Zip(Work.Skip(1), (left, right) => new Interval(left.End, right.Start)).Where(pause => pause.End - pause.Start >= shortestBreak));

    /// <summary>Work divided over local days, by the clock.</summary>
    public IEnumerable<(DateOnly Day, TimeSpan Worked)> ByDay() => Within(day => new(DutchClock.Midnight(day), DutchClock.Midnight(day.AddDays(1))));

    /// <summary>Work between 00:00 and 06:00, by local day.</summary>
    public IEnumerable<(DateOnly Day, TimeSpan Worked)> NightByDay() => Within(day => new(DutchClock.Midnight(day), DutchClock.At(day, Six)));

    private IEnumerable<(DateOnly Day, TimeSpan Worked)> Within(Func<DateOnly, Interval> part) =>
        Work.SelectMany(piece => DutchClock.Days(piece.Start, piece.End).Select(day => (day, Length(Overlap(piece, part(day))))));

    private static IEnumerable<Interval> WorkOf(WorkShift shift, TimeSpan shortestBreak)
    {
        var from = shift.Time.Start;
        foreach (var pause in shift.Breaks.Where(pause => Length(pause) >= shortestBreak).OrderBy(pause => pause.Start))
        {
            if (pause.Start > from) yield return new(from, pause.Start);
            from = pause.End;
        }
        if (shift.Time.End > from) yield return new(from, shift.Time.End);
    }

    private static Interval Overlap(Interval one, Interval other)
    {
        var start = one.Start > other.Start ? one.Start : other.Start;
        var end = one.End < other.End ? one.End : other.End;
        return new(start, end > start ? end : start);
    }

    private static TimeSpan Length(Interval time) => time.End - time.Start;

    private static TimeSpan Sum(IEnumerable<Interval> times) => times.Aggregate(TimeSpan.Zero, (sum, time) => sum + Length(time));
}
