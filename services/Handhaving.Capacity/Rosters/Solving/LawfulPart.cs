using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Rosters.Judging;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>Takes out of a solved roster what the law as a whole does not allow: the search knows rests from day to day and hours, the law also weeks, series and averages.</summary>
public static class LawfulPart
{
    /// <returns>Shifts of which none that the solver gave breaks the law.</returns>
    public static IReadOnlyList<PlannedShift> Of(DutyRoster draft, IReadOnlyList<PlannedShift> solved, KnownDuties known)
    {
        List<PlannedShift> shifts = [.. solved];
        foreach (var officer in solved.Select(shift => shift.Officer).Distinct().ToList())
        {
            var own = shifts.Where(shift => shift.Officer == officer).ToList();
            var stood = Breaches(own.Where(shift => shift.Stays)).Select(Key).ToHashSet(); // what pinned shifts break alone is not the search's to mend
            while (Breaches(own).FirstOrDefault(breach => !stood.Contains(Key(breach))) is { } breach && Culprit(own, breach) is { } culprit)
            {
                own.Remove(culprit);
                shifts.Remove(culprit);
            }
        }
        return shifts;

        IEnumerable<RosterFinding> Breaches(IEnumerable<PlannedShift> own) => RosterLaw.Findings(draft with { Shifts = [.. own] }, known).Where(finding => finding.IsBreach);
    }

    private static (string, Interval) Key(RosterFinding finding) => (finding.Rule, finding.Time);

    // The last that the solver gave within the breach, or else the nearest before its end.
    private static PlannedShift? Culprit(List<PlannedShift> own, RosterFinding breach) =>
        own.Where(shift => !shift.Stays).OrderBy(shift => shift.Time.Start > breach.Time.End).ThenByDescending(shift => shift.Time.Start).FirstOrDefault();
}
