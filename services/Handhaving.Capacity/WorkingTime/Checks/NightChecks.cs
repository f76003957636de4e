using Handhaving.Capacity.Blocks;
using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Checks;

/// <summary>Length of night shifts and the rest after those that end after 02:00 (ATW 5:8 lid 1, 3 and 4), looked at together: one use of lid 3 allows a longer night and a rest of 12 hours.</summary>
public static class NightChecks
{
    public static IEnumerable<WorkingTimeFinding> LengthAndRest(JudgedTime time)
    {
        var length = time.Rule(NightShiftLength);
        var after = time.Rule(AfterNightRest);
        var longNights = new List<DateTimeOffset>();
        DateTimeOffset? shortened = null;
        for (var at = 0; at < time.Duties.Count; at++)
        {
            var duty = time.Duties[at];
            if (!duty.IsNight) continue;
            var rest = time.RestAfter(at) ?? TimeSpan.MaxValue;
            var tooLong = length is not null && duty.Worked > length.Hours;
            var tooShort = after is not null && duty.EndsAfterTwo && rest < after.Hours;
            var extended = (tooLong || tooShort) && length is not null && MayExtend(length, duty, rest, longNights);
            if (extended) longNights.Add(duty.Start);
            if (tooLong && length is not null) yield return Length(time, length, duty, extended);
            if (!tooShort || after is null) continue;
            var shorten = !extended && rest >= after.HoursOf("exceptionHours") && (shortened is null || duty.End - shortened >= after.HoursOf("exceptionPeriodHours"));
            if (shorten) shortened = duty.End;
            yield return Rest(time, after, duty, rest, extended ? length?.ExceptionArticle : shorten ? after.ExceptionArticle : null, extended || shorten);
        }
    }

    private static bool MayExtend(WorkingTimeRule rule, Duty duty, TimeSpan rest, List<DateTimeOffset> used) =>
        duty.Worked <= rule.HoursOf("exceptionHours") && rest >= rule.HoursOf("exceptionRestHours")
        && used.Count(start => duty.Start - start < TimeSpan.FromDays(14)) < rule.Setting("timesPer14Days")
        && used.Count(start => duty.Start - start < TimeSpan.FromDays(364)) < rule.Setting("timesPer52Weeks");

    private static WorkingTimeFinding Length(JudgedTime time, WorkingTimeRule rule, Duty duty, bool extended) =>
        time.Finding(rule, extended ? FindingKind.ExceptionUsed : FindingKind.Breach, new(duty.Start, duty.End), duty.Worked.TotalHours, rule.Limit,
            $"De nachtdienst van {DutchClock.Say(duty.Start)} telt {DutchClock.Say(duty.Worked.TotalHours)} uur werk. Ten hoogste {DutchClock.Say(rule.Limit)} uur mag"
            + (extended ? "; dit telt als een van de verlengde nachtdiensten." : $", of {DutchClock.Say(rule.Setting("exceptionHours"))} uur met {DutchClock.Say(rule.Setting("exceptionRestHours"))} uur rust erna en niet te vaak."));

    private static WorkingTimeFinding Rest(JudgedTime time, WorkingTimeRule rule, Duty duty, TimeSpan rest, string? article, bool allowed)
    {
        var finding = time.Finding(rule, allowed ? FindingKind.ExceptionUsed : FindingKind.Breach, new Interval(duty.End, duty.End + rest), rest.TotalHours, rule.Limit,
            $"Na de nachtdienst tot {DutchClock.Say(duty.End)} is er {DutchClock.Say(rest.TotalHours)} uur rust. Ten minste {DutchClock.Say(rule.Limit)} uur is nodig" + (allowed ? "; hiervoor is een uitzondering gebruikt." : "."));
        return article is null ? finding : finding with { Article = article };
    }
}
