using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Checks;

/// <summary>How many night shifts that end after 02:00 (ATW 5:8 lid 8 and 9) and how many free Sundays (ATW 5:6).</summary>
public static class CountChecks
{
    public static IEnumerable<WorkingTimeFinding> Nights(JudgedTime time)
    {
        if (time.Rule(NightCount) is not { } rule) return [];
        var nights = new DaySums(time.Duties.Where(duty => duty.EndsAfterTwo).Select(duty => (duty.Day, 1d)));
        var kind = rule.Agreed && WithinAgreement(time, rule, nights) ? FindingKind.ExceptionUsed : FindingKind.Breach;
        return from worst in nights.Worst(time.Range, Days(rule, "weeks"), Above(nights, Days(rule, "weeks"), rule.Limit))
               select time.Finding(rule, kind, worst.Time, worst.Measured, rule.Limit,
                   $"In de {DutchClock.Say(rule.Setting("weeks"))} weken vanaf {DutchClock.Say(worst.Time.Start)} zijn er {DutchClock.Say(worst.Measured)} nachtdiensten tot na 02.00 uur. Ten hoogste {DutchClock.Say(rule.Limit)} mogen" + (kind is FindingKind.ExceptionUsed ? "; de collectieve regeling staat dit toe." : "."));
    }

    public static IEnumerable<WorkingTimeFinding> Sundays(JudgedTime time)
    {
        if (time.Rule(FreeSundays) is not { } rule) return [];
        var days = Days(rule, "weeks");
        var sundays = new DaySums(time.Duties.SelectMany(duty => duty.ByDay()).Where(part => part.Worked > TimeSpan.Zero && part.Day.DayOfWeek is DayOfWeek.Sunday).Select(part => part.Day).Distinct().Select(day => (day, 1d)));
        return from worst in sundays.Worst(time.Range, days, Above(sundays, days, days / 7 - rule.Limit))
               let free = days / 7 - worst.Measured
               select time.Finding(rule, rule.Agreed ? FindingKind.ExceptionUsed : FindingKind.Breach, worst.Time, free, rule.Limit,
                   $"In de {days / 7} weken vanaf {DutchClock.Say(worst.Time.Start)} zijn er {DutchClock.Say(free)} vrije zondagen. Ten minste {DutchClock.Say(rule.Limit)} zijn nodig.");
    }

    private static bool WithinAgreement(JudgedTime time, WorkingTimeRule rule, DaySums nights)
    {
        var hours = new DaySums(time.Duties.SelectMany(duty => duty.NightByDay()).Select(part => (part.Day, part.Worked.TotalHours)));
        var (year, fortnight) = (Days(rule, "byAgreementWeeks"), Days(rule, "byAgreementNightWeeks"));
        return !nights.Worst(time.Range, year, Above(nights, year, rule.Setting("byAgreement"))).Any()
            || !hours.Worst(time.Range, fortnight, Above(hours, fortnight, rule.Setting("byAgreementNightHours"))).Any();
    }

    private static Func<DateOnly, double?> Above(DaySums sums, int days, double limit) => start => sums.From(start, days) is var sum && sum > limit + 1e-9 ? sum : null;

    private static int Days(WorkingTimeRule rule, string weeks) => 7 * (int)rule.Setting(weeks);
}
