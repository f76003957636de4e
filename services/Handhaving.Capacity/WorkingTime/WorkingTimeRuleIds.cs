namespace Handhaving.Capacity.WorkingTime;

/// <summary>Names of the rules that the judge knows; a set that leaves one out is not judged on it.</summary>
public static class WorkingTimeRuleIds
{
    public const string DutyRest = "duty-rest";
    public const string NightWork = "night-work";
    public const string ShortestBreak = "shortest-break";
    public const string SeriesRest = "series-rest";
    public const string ShiftLength = "shift-length";
    public const string NightShiftLength = "night-shift-length";
    public const string WeekHours = "week-hours";
    public const string FourWeekAverage = "four-week-average";
    public const string SixteenWeekAverage = "sixteen-week-average";
    public const string NightHeavyAverage = "night-heavy-average";
    public const string DailyRest = "daily-rest";
    public const string WeeklyRest = "weekly-rest";
    public const string AfterNightRest = "after-night-rest";
    public const string NightSeriesRest = "night-series-rest";
    public const string SeriesLength = "series-length";
    public const string NightCount = "night-count";
    public const string Break = "break";
    public const string LongBreak = "long-break";
    public const string FreeSundays = "free-sundays";
}
