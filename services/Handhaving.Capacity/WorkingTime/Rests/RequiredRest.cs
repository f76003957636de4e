using Handhaving.Capacity.Blocks;
using static Handhaving.Capacity.WorkingTime.WorkingTimeRuleIds;

namespace Handhaving.Capacity.WorkingTime.Rests;

/// <summary>A stretch in which a person may not work because of the rest after one duty or before the next.</summary>
public sealed record RequiredRest(Interval Time, string RuleId)
{
    /// <summary>Rests that the law asks after each duty (11 h; 14 h after a night; 46 h after a series of nights) and before each (11 h), no exception used.</summary>
    public static IReadOnlyList<RequiredRest> Around(JudgedTime time)
    {
        var daily = time.Rule(DailyRest)?.Hours ?? TimeSpan.Zero;
        var night = time.Rule(AfterNightRest)?.Hours ?? TimeSpan.Zero;
        var series = time.Rule(NightSeriesRest);
        var ends = series is null ? [] : time.Series(duty => duty.IsNight).Where(run => run.Last - run.First + 1 >= series.Setting("nights")).Select(run => time.Duties[run.Last]).ToHashSet();
        return
        [
            .. time.Duties.SelectMany(duty => new RequiredRest[]
            {
                new(new(duty.Start - daily, duty.Start), DailyRest),
                new(new(duty.End, duty.End + daily), DailyRest),
                new(new(duty.End, duty.EndsAfterTwo ? duty.End + night : duty.End), AfterNightRest),
                new(new(duty.End, series is not null && ends.Contains(duty) ? duty.End + series.Hours : duty.End), NightSeriesRest),
            }).Where(rest => rest.Time.End > rest.Time.Start),
        ];
    }
}
