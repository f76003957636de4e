using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>What people were told of their work before a change: by the roster itself, and by every other in which they stand, of whichever team.</summary>
/// <param name="Before">Shifts of the roster that changes or is replaced; null = it told nothing yet.</param>
/// <param name="Days">Days of other published rosters, by person.</param>
/// <param name="Elsewhere">Shifts of other published rosters and hours worked, by person.</param>
public sealed record ToldWork(IReadOnlyList<PlannedShift>? Before, ILookup<OfficerName, Interval> Days, ILookup<OfficerName, WorkShift> Elsewhere)
{
    /// <summary>Days on which somebody was told to be free and works by these shifts.</summary>
    public HashSet<(OfficerName Officer, DateOnly Day)> FreeDaysTaken(IReadOnlyList<PlannedShift> now)
    {
        var worked = (Before ?? []).Select(shift => (shift.Officer, shift.Day)).ToHashSet();
        return [.. now.Where(shift => !worked.Contains((shift.Officer, shift.Day)) && IsFree(shift)).Select(shift => (shift.Officer, shift.Day))];
    }

    private bool IsFree(PlannedShift shift) => (Before is not null || Days[shift.Officer].Any(days => days.Start <= shift.Time.Start && shift.Time.Start < days.End)) &&
        !Elsewhere[shift.Officer].Any(work => work.Kind is ShiftKind.Planned && DutchClock.DayOf(work.Time.Start) == shift.Day);
}
