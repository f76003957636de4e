using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Checks;

/// <summary>Series of duties with night shifts (ATW 5:8 lid 5 to 7). The law does not say what ends a series: here a rest that is long enough for a part of the weekly rest (check).</summary>
public static class SeriesChecks
{
    public static IEnumerable<WorkingTimeFinding> Length(JudgedTime time)
    {
        if (time.Rule(SeriesLength) is not { } rule) yield break;
        foreach (var (first, last) in time.Series(_ => true))
        {
            var count = last - first + 1;
            if (count <= rule.Limit || !time.Duties.Skip(first).Take(count).Any(duty => duty.IsNight)) continue;
            var kind = rule.Agreed && count <= rule.Setting("byAgreement") ? FindingKind.ExceptionUsed : FindingKind.Breach;
            yield return time.Finding(rule, kind, new(time.Duties[first].Start, time.Duties[last].End), count, rule.Limit,
                $"Vanaf {DutchClock.Say(time.Duties[first].Start)} zijn er {count} diensten achter elkaar met een nachtdienst erin. Ten hoogste {DutchClock.Say(rule.Limit)} mogen" + (kind is FindingKind.ExceptionUsed ? "; de collectieve regeling staat dit toe." : "."));
        }
    }

    public static IEnumerable<WorkingTimeFinding> RestAfterNights(JudgedTime time)
    {
        if (time.Rule(NightSeriesRest) is not { } rule) yield break;
        foreach (var (first, last) in time.Series(duty => duty.IsNight))
        {
            var count = last - first + 1;
            if (count < rule.Setting("nights") || time.RestAfter(last) is not { } rest || rest >= rule.Hours) continue;
            yield return time.Finding(rule, FindingKind.Breach, new(time.Duties[last].End, time.Duties[last + 1].Start), rest.TotalHours, rule.Limit,
                $"Na {count} nachtdiensten achter elkaar is er vanaf {DutchClock.Say(time.Duties[last].End)} {DutchClock.Say(rest.TotalHours)} uur rust. Ten minste {DutchClock.Say(rule.Limit)} uur is nodig.");
        }
    }
}
