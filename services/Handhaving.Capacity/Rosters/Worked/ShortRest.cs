using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.WorkingTime;
using Handhaving.Capacity.WorkingTime.Rests;

namespace Handhaving.Capacity.Rosters.Worked;

/// <summary>A shift that comes too early after what was really worked.</summary>
public sealed record ShortRest(PlannedShift Shift, RestWarning Warning)
{
    // Longest rest that the law asks, after a series of nights.
    private static readonly TimeSpan Reach = TimeSpan.FromHours(48);
    private static readonly TimeSpan History = TimeSpan.FromDays(21);

    public RosterFinding Finding
    {
        get
        {
            var plain = RosterFinding.Plain(FindingSeverity.Warning, "rest-after-work", Shift, Warning.Dutch);
            return Warning.Broken.Count == 0 ? plain : plain with { Article = Warning.Broken[0].Article, Measured = Warning.Broken[0].Measured, Limit = Warning.Broken[0].Limit, Unit = Warning.Broken[0].Unit };
        }
    }

    /// <summary>Of each person the next shift after the last work, where it does not begin yet.</summary>
    public static IReadOnlyList<ShortRest> Of(DutyRoster roster, KnownDuties known, DateTimeOffset now) =>
        [.. roster.Shifts.Where(shift => shift.Time.Start > now && shift.Time.Start < now + Reach).GroupBy(shift => shift.Officer).Select(shifts => Of(shifts.MinBy(shift => shift.Time.Start), known, now)).OfType<ShortRest>()];

    private static ShortRest? Of(PlannedShift? next, KnownDuties known, DateTimeOffset now)
    {
        if (next is null) return null;
        List<WorkShift> worked = [.. known.Elsewhere[next.Officer].Where(work => work.Kind is ShiftKind.Worked && work.Time.Start <= now && work.Time.End > now - History).OrderBy(work => work.Time.Start)];
        for (var place = worked.Count - 1; place > 0; place--)
            if (worked[place].Time.Start < worked[place - 1].Time.End) worked.RemoveAt(place); // in two crews at once by a late sign-off: counted once
        if (worked.Count == 0 || worked[^1].Time.End < next.Time.Start - Reach) return null;
        return RestAfterWork.Warn(new(next.Officer.Value), worked, next.Work, WorkingTimeRules.Statutory) is { } warning ? new(next, warning) : null;
    }
}
