using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Checks;

/// <summary>Length of a duty by day (ATW 5:7 lid 2 under a) and the breaks in any (ATW 5:4).</summary>
public static class ShiftChecks
{
    public static IEnumerable<WorkingTimeFinding> Length(JudgedTime time)
    {
        if (time.Rule(ShiftLength) is not { } rule) yield break;
        foreach (var duty in time.Duties.Where(duty => !duty.IsNight && duty.Worked > rule.Hours))
            yield return time.Finding(rule, FindingKind.Breach, new(duty.Start, duty.End), duty.Worked.TotalHours, rule.Limit,
                $"De dienst van {DutchClock.Say(duty.Start)} telt {DutchClock.Say(duty.Worked.TotalHours)} uur werk. Ten hoogste {DutchClock.Say(rule.Limit)} uur mag.");
    }

    public static IEnumerable<WorkingTimeFinding> Breaks(JudgedTime time)
    {
        var rules = new[] { LongBreak, Break }.Select(time.Rule).OfType<WorkingTimeRule>().ToList();
        foreach (var duty in time.Duties)
        {
            if (rules.FirstOrDefault(rule => duty.Worked > rule.HoursOf("aboveHours")) is not { } rule || duty.Paused.TotalMinutes >= rule.Limit) continue;
            yield return time.Finding(rule, FindingKind.Breach, new(duty.Start, duty.End), duty.Paused.TotalMinutes, rule.Limit,
                $"De dienst van {DutchClock.Say(duty.Start)} heeft {DutchClock.Say(duty.Paused.TotalMinutes)} minuten pauze. Bij meer dan {DutchClock.Say(rule.Setting("aboveHours"))} uur werk is {DutchClock.Say(rule.Limit)} minuten nodig, in delen van ten minste 15.");
        }
    }
}
