using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>One person's shifts, history included, laid out for the checks, with the rules of the day on which the judged range starts.</summary>
public sealed class JudgedTime
{
    private readonly WorkingTimeRules rules;

    public JudgedTime(EmployeeId person, IReadOnlyList<WorkShift> shifts, Interval range, WorkingTimeRules rules)
    {
        this.rules = rules;
        (Person, Range, FirstDay) = (person, range, DutchClock.DayOf(range.Start));
        Present = [.. shifts.Where(shift => shift.Kind is not ShiftKind.Credited).OrderBy(shift => shift.Time.Start)];
        Credited = [.. Layout(shifts.Where(shift => shift.Kind is ShiftKind.Credited).OrderBy(shift => shift.Time.Start))];
        Duties = [.. Layout(Present)];
    }

    public EmployeeId Person { get; }

    public Interval Range { get; }

    public DateOnly FirstDay { get; }

    /// <summary>Shifts at work, in order.</summary>
    public IReadOnlyList<WorkShift> Present { get; }

    public IReadOnlyList<Duty> Duties { get; }

    /// <summary>Hours that count though not worked (ATW 5:2).</summary>
    public IReadOnlyList<Duty> Credited { get; }

    public WorkingTimeRule? Rule(string id) => rules.Find(id, FirstDay);

    /// <summary>Rest from the end of a duty to the next; null = nothing follows that is known.</summary>
    public TimeSpan? RestAfter(int duty) => duty + 1 < Duties.Count ? Duties[duty + 1].Start - Duties[duty].End : null;

    /// <summary>Rests between shifts within a period, cut off at its ends; the time after the last known shift is rest.</summary>
    public IEnumerable<Interval> Rests(Interval period)
    {
        var from = period.Start;
        foreach (var shift in Present.Where(shift => shift.Time.End > period.Start && shift.Time.Start < period.End))
        {
            if (shift.Time.Start > from) yield return new(from, shift.Time.Start);
            from = shift.Time.End;
        }
        if (period.End > from) yield return new(from, period.End);
    }

    /// <summary>Series of duties with less than the rest that ends a series between them; as positions of first and last.</summary>
    public IEnumerable<(int First, int Last)> Series(Func<Duty, bool> belongs)
    {
        var ends = rules.Get(WorkingTimeRuleIds.SeriesRest, FirstDay).Hours;
        for (var first = 0; first < Duties.Count; first++)
        {
            if (!belongs(Duties[first])) continue;
            var last = first;
            while (RestAfter(last) < ends && belongs(Duties[last + 1])) last++;
            yield return (first, last);
            first = last;
        }
    }

    public bool Touches(DateTimeOffset start, DateTimeOffset end) => start < Range.End && end >= Range.Start;

    public WorkingTimeFinding Finding(WorkingTimeRule rule, FindingKind kind, Interval time, double measured, double limit, string dutch) =>
        new(rule.Id, kind is FindingKind.ExceptionUsed ? rule.ExceptionArticle ?? rule.Article : rule.Article, Person, time, measured, limit, rule.Unit, kind, dutch);

    private IEnumerable<Duty> Layout(IEnumerable<WorkShift> shifts)
    {
        var apart = rules.Get(WorkingTimeRuleIds.DutyRest, FirstDay).Hours;
        var night = rules.Get(WorkingTimeRuleIds.NightWork, FirstDay).Hours;
        var pause = TimeSpan.FromMinutes(rules.Get(WorkingTimeRuleIds.ShortestBreak, FirstDay).Limit);
        var together = new List<WorkShift>();
        foreach (var shift in shifts)
        {
            if (together.Count > 0 && shift.Time.Start - together[^1].Time.End >= apart)
            {
                yield return new([.. together], night, pause);
                together.Clear();
            }
            together.Add(shift);
        }
        if (together.Count > 0) yield return new([.. together], night, pause);
    }
}
