using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters;

/// <summary>A shift (dienst) of one person on a roster; it belongs to the local day on which it starts.</summary>
/// <param name="Unit">Resource name of the unit of dispatch in whose crew the person is; empty = none.</param>
/// <param name="BreakMinutes">Break in its middle.</param>
/// <param name="Pinned">Stays where it is when the solver runs.</param>
public sealed record PlannedShift(Guid Id, OfficerName Officer, string Function, string Unit, string Activity, Interval Time, int BreakMinutes, bool Pinned, string Note)
{
    public DateOnly Day => DutchClock.DayOf(Time.Start);

    /// <summary>As the law judges it.</summary>
    public WorkShift Work => WorkOf(Time, BreakMinutes);

    public static WorkShift WorkOf(Interval time, int breakMinutes, ShiftKind kind = ShiftKind.Planned)
    {
        var middle = time.Start + (time.End - time.Start) / 2 - TimeSpan.FromMinutes(breakMinutes / 2.0);
        return new(time, breakMinutes > 0 ? [new(middle, middle + TimeSpan.FromMinutes(breakMinutes))] : [], kind);
    }

    /// <summary>Break that the law asks of a shift of this length (ATW 5:4), in minutes: 30 minutes over five and a half hours, 45 over ten.</summary>
    public static int LawfulBreak(TimeSpan length) => length.TotalHours switch { > 10 => 45, > 5.5 => 30, _ => 0 };

    /// <summary>What it says of somebody's work: the shift without id and remarks.</summary>
    public PlannedShift Said => this with { Id = Guid.Empty, Note = "", Pinned = false };

    public bool SaysTheSameAs(PlannedShift other) => Said == other.Said;
}
