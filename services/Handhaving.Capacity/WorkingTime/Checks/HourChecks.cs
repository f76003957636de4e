using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Checks;

/// <summary>Hours per week, alone and on average (ATW 5:7), and less of them for who works many nights (ATW 5:8 lid 2).</summary>
public static class HourChecks
{
    public static IEnumerable<WorkingTimeFinding> Weeks(JudgedTime time)
    {
        var hours = Hours(time);
        return new[] { WeekHours, FourWeekAverage, SixteenWeekAverage }.SelectMany(id => time.Rule(id) is { } rule ? Average(time, rule, hours, _ => true) : []);
    }

    public static IEnumerable<WorkingTimeFinding> NightHeavy(JudgedTime time)
    {
        if (time.Rule(NightHeavyAverage) is not { } rule) return [];
        var nights = new DaySums(time.Duties.Where(duty => duty.IsNight).Select(duty => (duty.Day, 1d)));
        return Average(time, rule, Hours(time), start => nights.From(start, Days(rule)) >= rule.Setting("nights"));
    }

    private static IEnumerable<WorkingTimeFinding> Average(JudgedTime time, WorkingTimeRule rule, DaySums hours, Func<DateOnly, bool> applies)
    {
        var weeks = rule.Setting("weeks");
        return from worst in hours.Worst(time.Range, Days(rule), start => hours.From(start, Days(rule)) / weeks is var average && average > rule.Limit + 1e-9 && applies(start) ? average : null)
               select time.Finding(rule, rule.Agreed ? FindingKind.ExceptionUsed : FindingKind.Breach, worst.Time, worst.Measured, rule.Limit,
                   $"In de {DutchClock.Say(weeks)} weken vanaf {DutchClock.Say(worst.Time.Start)} is het gemiddeld {DutchClock.Say(worst.Measured)} uur per week. Ten hoogste {DutchClock.Say(rule.Limit)} uur mag.");
    }

    private static DaySums Hours(JudgedTime time) => new(time.Duties.Concat(time.Credited).SelectMany(duty => duty.ByDay()).Select(part => (part.Day, part.Worked.TotalHours)));

    private static int Days(WorkingTimeRule rule) => 7 * (int)rule.Setting("weeks");
}
