using Handhaving.Capacity.Blocks;
using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Checks;

/// <summary>Daily rest (ATW 5:3) and weekly rest (ATW 5:5), in periods that start where a duty starts.</summary>
public static class RestChecks
{
    public static IEnumerable<WorkingTimeFinding> Daily(JudgedTime time)
    {
        if (time.Rule(DailyRest) is not { } rule) yield break;
        DateTimeOffset? shortened = null;
        foreach (var duty in time.Duties)
        {
            var rest = Longest(time, duty, rule.HoursOf("periodHours"));
            var length = rest.End - rest.Start;
            if (length >= rule.Hours) continue;
            var allowed = length >= rule.HoursOf("exceptionHours") && (shortened is null || rest.Start - shortened >= rule.HoursOf("exceptionPeriodHours"));
            if (allowed) shortened = rest.Start;
            yield return time.Finding(rule, allowed ? FindingKind.ExceptionUsed : FindingKind.Breach, rest, length.TotalHours, rule.Limit,
                $"In de 24 uur vanaf {DutchClock.Say(duty.Start)} is de langste rust {DutchClock.Say(length.TotalHours)} uur. Ten minste {DutchClock.Say(rule.Limit)} uur is nodig"
                + (allowed ? "; eenmaal per 7 x 24 uur mag het korter." : $", eenmaal per 7 x 24 uur {DutchClock.Say(rule.Setting("exceptionHours"))} uur."));
        }
    }

    public static IEnumerable<WorkingTimeFinding> Weekly(JudgedTime time)
    {
        if (time.Rule(WeeklyRest) is not { } rule) yield break;
        var period = rule.HoursOf("periodHours");
        WorkingTimeFinding? worst = null;
        foreach (var duty in time.Duties.Where(duty => time.Touches(duty.Start, duty.Start + period)))
        {
            var rest = Longest(time, duty, period);
            var length = rest.End - rest.Start;
            if (length >= rule.Hours || InParts(time, rule, duty) >= rule.HoursOf("alternativeHours"))
            {
                if (worst is not null) yield return worst;
                worst = null;
            }
            else if (worst is null || length.TotalHours < worst.Measured)
                worst = time.Finding(rule, FindingKind.Breach, new(duty.Start, duty.Start + period), length.TotalHours, rule.Limit,
                    $"In de 7 x 24 uur vanaf {DutchClock.Say(duty.Start)} is de langste rust {DutchClock.Say(length.TotalHours)} uur. Ten minste {DutchClock.Say(rule.Limit)} uur is nodig, of {DutchClock.Say(rule.Setting("alternativeHours"))} uur per 14 x 24 uur in delen van ten minste {DutchClock.Say(rule.Setting("alternativePartHours"))} uur.");
        }
        if (worst is not null) yield return worst;
    }

    private static TimeSpan InParts(JudgedTime time, WorkingTimeRule rule, Duty duty) =>
        time.Rests(new(duty.Start, duty.Start + rule.HoursOf("alternativePeriodHours"))).Select(rest => rest.End - rest.Start)
            .Where(part => part >= rule.HoursOf("alternativePartHours")).Aggregate(TimeSpan.Zero, (sum, part) => sum + part);

    private static Interval Longest(JudgedTime time, Duty duty, TimeSpan period) =>
        time.Rests(new(duty.Start, duty.Start + period)).Append(new(duty.End, duty.End)).MaxBy(rest => rest.End - rest.Start);
}
