using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Rests;

/// <summary>Rest before the next planned shift, judged on the hours really worked: an incident after the end of a shift moves the lawful start of the next.</summary>
/// <remarks>The law may not bind where it hampers keeping order (ATW 2:5, 5:10 lid 1); rest that was not had is owed all the same (5:10 lid 3). So this warns and does not refuse.</remarks>
public static class RestAfterWork
{
    private static readonly string[] RestRules = [DailyRest, AfterNightRest, NightSeriesRest, NightShiftLength];
    private static readonly string[] RestSettings = ["exceptionHours", "exceptionRestHours"];
    private static readonly TimeSpan Later = TimeSpan.FromDays(10);

    /// <param name="worked">What was really worked, history included, without the next shift.</param>
    /// <param name="next">The next planned shift.</param>
    /// <returns>Null when the planned start is lawful.</returns>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">As of <see cref="WorkingTimeJudge.Judge"/>.</exception>
    public static RestWarning? Warn(EmployeeId person, IReadOnlyList<WorkShift> worked, WorkShift next, WorkingTimeRules rules)
    {
        var ended = worked.Where(shift => shift.Kind is not ShiftKind.Credited).Select(shift => shift.Time.End).DefaultIfEmpty(next.Time.Start).Max();
        var planned = ended > next.Time.Start ? next.Moved(ended - next.Time.Start) : next;
        var unavoidable = Around(planned.Moved(Later)).Select(Key).ToHashSet();
        var broken = Findings(planned).Where(finding => finding.Kind is FindingKind.Breach).ToList();
        if (broken.Count == 0 && planned == next) return null;
        var starts = Candidates(rules, DutchClock.DayOf(next.Time.Start)).Select(rest => ended + rest).Where(start => start > planned.Time.Start).Append(planned.Time.Start).Order().ToList();
        var lawful = First(finding => finding.Kind is FindingKind.Breach);
        var full = First(_ => true);
        return new(person, next.Time.Start, lawful, full, broken,
            $"De dienst van {DutchClock.Say(next.Time.Start)} begint {DutchClock.Say((lawful - next.Time.Start).TotalHours)} uur te vroeg: het werk liep door tot {DutchClock.Say(ended)}. Beginnen mag vanaf {DutchClock.Say(lawful)}, zonder uitzondering vanaf {DutchClock.Say(full)}.");

        DateTimeOffset First(Func<WorkingTimeFinding, bool> stands) =>
            starts.FirstOrDefault(start => !Findings(planned.Moved(start - planned.Time.Start)).Any(stands), starts[^1]);

        IEnumerable<WorkingTimeFinding> Findings(WorkShift shift) => Around(shift).Where(finding => !unavoidable.Contains(Key(finding)));

        IEnumerable<WorkingTimeFinding> Around(WorkShift shift) =>
            new WorkingTimeJudge(rules).Judge(person, [.. worked, shift], new Interval(ended, shift.Time.Start + TimeSpan.FromMinutes(1)))
                .Where(finding => RestRules.Contains(finding.RuleId) && finding.Time.Start <= ended);
    }

    // What stays however late the next shift starts comes from the work itself and moves no start.
    private static (string Rule, FindingKind Kind, DateTimeOffset Start, double Measured) Key(WorkingTimeFinding finding) => (finding.RuleId, finding.Kind, finding.Time.Start, finding.Measured);

    private static IEnumerable<TimeSpan> Candidates(WorkingTimeRules rules, DateOnly day) =>
        from rule in RestRules.Select(id => rules.Find(id, day)).OfType<WorkingTimeRule>()
        from hours in RestSettings.Where(setting => rule.Settings?.ContainsKey(setting) is true).Select(rule.Setting).Append(rule.Limit)
        select TimeSpan.FromHours(hours);
}
