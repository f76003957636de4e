using Handhaving.Capacity.People;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>What the planner gives for a change that comes late: why, and who consents to it.</summary>
public sealed record Notice(string Reason, IReadOnlyList<string> Consents);

/// <summary>How long ahead people know their shifts (ATW 4:2): hours of work 4 days, days of rest 28; figures are versioned data.</summary>
public static class NoticeTerms
{
    private const string Times = "working-times-notice";
    private const string Rest = "rest-pattern-notice";
    private static readonly WorkingTimeRules Rules = WorkingTimeRules.Embedded("roster-notice.json");

    /// <param name="told">What people were told before, by whichever roster.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">ROSTER_PAST_REASON, ROSTER_NOTICE_REASON, ROSTER_NOTICE_CONSENT.</exception>
    public static void Require(ToldWork told, IReadOnlyList<PlannedShift> now, Notice notice, DateTimeOffset at)
    {
        var today = DutchClock.DayOf(at);
        var (times, rest) = (Rules.Get(Times, today), Rules.Get(Rest, today));
        var all = Changed(told.Before ?? [], now).ToLookup(shift => shift.Time.End > at);
        DutyRosterRules.PastReason.Require(notice.Reason.Length > 0 || !all[false].Any()); // hours and calendars rest on what was
        var changed = all[true].ToList();
        DutyRosterRules.NoticeReason.Require(notice.Reason.Length > 0 || !changed.Exists(shift => Within(shift, rest, at)), ("days", $"{rest.Limit}"), ("article", rest.Article));
        var free = told.FreeDaysTaken(now);
        var asked = changed.Where(shift => Within(shift, times, at) || (free.Contains((shift.Officer, shift.Day)) && Within(shift, rest, at))).Select(shift => shift.Officer.Value).Distinct()
            .Except(notice.Consents).Order(StringComparer.Ordinal).ToList();
        DutyRosterRules.NoticeConsent.Require(asked.Count == 0, ("article", $"{times.Article}, {rest.Article}"), ("officers", string.Join(", ", asked.Take(20))));
    }

    private static bool Within(PlannedShift shift, WorkingTimeRule rule, DateTimeOffset at) => shift.Time.Start < at + TimeSpan.FromDays(rule.Limit);

    // Of a shift that moves both the old and the new one.
    private static IEnumerable<PlannedShift> Changed(IReadOnlyList<PlannedShift> told, IReadOnlyList<PlannedShift> now)
    {
        var (before, after) = (told.Select(shift => shift.Said).ToHashSet(), now.Select(shift => shift.Said).ToHashSet());
        return told.Where(shift => !after.Contains(shift.Said)).Concat(now.Where(shift => !before.Contains(shift.Said)));
    }
}
