using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.WorkingTime.Checks;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>Judges one person's planned and worked shifts by a set of rules on working time (Arbeidstijdenwet, chapter 5).</summary>
/// <remarks>
/// Lengths are elapsed time between instants. Periods of 24 h, 7 x 24 h and 14 x 24 h start where a duty starts (ATW 5:3 lid 3, 5:5 lid 3); periods of weeks are 7 local days each and start on every
/// day, not on Mondays alone. What is not known (before the first and after the last shift) is no work, so that a finding is never a guess.
/// </remarks>
public sealed class WorkingTimeJudge(WorkingTimeRules rules)
{
    private static readonly IReadOnlyList<Func<JudgedTime, IEnumerable<WorkingTimeFinding>>> Checks =
    [
        ShiftChecks.Length, ShiftChecks.Breaks, NightChecks.LengthAndRest, SeriesChecks.Length, SeriesChecks.RestAfterNights,
        RestChecks.Daily, RestChecks.Weekly, HourChecks.Weeks, HourChecks.NightHeavy, CountChecks.Nights, CountChecks.Sundays,
    ];

    /// <param name="shifts">In any order, history before the range included (52 weeks for every rule to be exact).</param>
    /// <param name="range">Only what touches it is reported.</param>
    /// <returns>Findings in order of time; none = lawful.</returns>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">WORKING_TIME_RANGE_EMPTY, SHIFT_EMPTY, SHIFTS_OVERLAP, BREAK_OUTSIDE_SHIFT, WORKING_TIME_RULE_MISSING.</exception>
    public IReadOnlyList<WorkingTimeFinding> Judge(EmployeeId person, IReadOnlyList<WorkShift> shifts, Interval range)
    {
        WorkingTimeRefusals.RangeNotEmpty.Require(range.End > range.Start);
        Require(shifts);
        var time = new JudgedTime(person, shifts, range, rules);
        return [.. Checks.SelectMany(check => check(time)).Where(finding => time.Touches(finding.Time.Start, finding.Time.End)).OrderBy(finding => finding.Time.Start)];
    }

    private static void Require(IReadOnlyList<WorkShift> shifts)
    {
        var earlier = DateTimeOffset.MinValue;
        foreach (var shift in shifts.OrderBy(shift => shift.Time.Start))
        {
            (string, string) start = ("start", DutchClock.Say(shift.Time.Start));
            WorkingTimeRefusals.ShiftNotEmpty.Require(shift.Time.End > shift.Time.Start, start);
            WorkingTimeRefusals.ShiftsApart.Require(shift.Time.Start >= earlier, start);
            earlier = shift.Time.End;
            var free = shift.Time.Start;
            foreach (var pause in shift.Breaks.OrderBy(pause => pause.Start))
            {
                WorkingTimeRefusals.BreakInside.Require(pause.Start >= free && pause.End > pause.Start && pause.End <= shift.Time.End, start);
                free = pause.End;
            }
        }
    }
}
