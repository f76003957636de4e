using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>How hours come to count.</summary>
public enum ShiftKind
{
    Planned = 1,
    Worked,

    /// <summary>Not worked through leave, sickness or duty elsewhere, but counted as hours (ATW 5:2); neither rest nor night follows from it.</summary>
    Credited,
}

/// <summary>Work of one person without interruption but its breaks.</summary>
/// <param name="Breaks">Breaks (pauzes) inside it; those under 15 minutes are work (ATW 1:7 under e).</param>
public sealed record WorkShift(Interval Time, IReadOnlyList<Interval> Breaks, ShiftKind Kind)
{
    /// <summary>It has not ended: what was planned of it is still to be worked.</summary>
    public bool IsRunning { get; init; }

    /// <summary>The same shift, later or earlier by so much elapsed time.</summary>
    public WorkShift Moved(TimeSpan by) => this with { Time = Moved(Time, by), Breaks = [.. Breaks.Select(pause => Moved(pause, by))] };

    private static Interval Moved(Interval time, TimeSpan by) => new(time.Start + by, time.End + by);
}
