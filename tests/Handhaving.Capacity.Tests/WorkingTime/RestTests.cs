using Handhaving.Capacity.WorkingTime;
using static Handhaving.Capacity.Tests.WorkingTime.Given;

namespace Handhaving.Capacity.Tests.WorkingTime;

public sealed class RestTests
{
    [Fact]
    public void Late_then_early_uses_the_one_short_rest_of_seven_days_and_a_second_breaks_the_law()
    {
        Assert.Empty(Judge(Shift(0, 12, 20), Shift(1, 7, 15)));
        Assert.Equal([(WorkingTimeRuleIds.DailyRest, FindingKind.ExceptionUsed, 8d)], Judge(Shift(0, 15, 23), Shift(1, 7, 15)).Told());
        Assert.Equal([FindingKind.ExceptionUsed, FindingKind.Breach],
            Judge(Shift(0, 15, 23), Shift(1, 7, 15), Shift(4, 15, 23), Shift(5, 7, 15)).Where(finding => finding.RuleId == WorkingTimeRuleIds.DailyRest).Select(finding => finding.Kind));
        Assert.Equal([FindingKind.ExceptionUsed, FindingKind.ExceptionUsed],
            Judge(Shift(0, 15, 23), Shift(1, 7, 15), Shift(7, 15, 23), Shift(8, 7, 15)).Where(finding => finding.RuleId == WorkingTimeRuleIds.DailyRest).Select(finding => finding.Kind));
    }

    [Fact]
    public void History_before_the_range_counts()
    {
        WorkShift[] shifts = [Shift(0, 15, 23), Shift(1, 7, 15), Shift(4, 15, 23), Shift(5, 7, 15)];

        var findings = new WorkingTimeJudge(WorkingTimeRules.Statutory).Judge(Person, shifts, new(At(5, 0), At(6, 0)));

        Assert.Equal([(WorkingTimeRuleIds.DailyRest, FindingKind.Breach, 8d)], findings.Told());
    }

    [Fact]
    public void Twelve_working_days_in_a_row_break_the_weekly_rest()
    {
        Assert.DoesNotContain(Judge([.. Enumerable.Range(0, 5).Select(day => Shift(day, 8, 16)), .. Enumerable.Range(7, 5).Select(day => Shift(day, 8, 16))]), finding => finding.RuleId == WorkingTimeRuleIds.WeeklyRest);
        Assert.Contains(Judge([.. Enumerable.Range(0, 12).Select(day => Shift(day, 8, 16))]).Told(), told => told is (WorkingTimeRuleIds.WeeklyRest, FindingKind.Breach, 16));
    }

    [Fact]
    public void Seventy_two_hours_in_a_fortnight_will_do_in_parts_of_at_least_thirty_two()
    {
        bool Broken(double start) => Judge([.. Days(0, 7), Shift(7, start, start + 4), Shift(8, 16, 20), .. Days(9, 3), Shift(13, 8, 16)]).Any(finding => finding.RuleId == WorkingTimeRuleIds.WeeklyRest);
        IEnumerable<WorkShift> Days(int first, int count) => Enumerable.Range(first, count).Select(day => Shift(day, 8, 16));

        Assert.False(Broken(24));
        Assert.True(Broken(23));
    }

    [Theory]
    [InlineData(21, null, 0)]
    [InlineData(20, FindingKind.ExceptionUsed, 13)]
    [InlineData(15, FindingKind.ExceptionUsed, 8)]
    public void After_a_night_that_ends_after_two_comes_a_rest_of_fourteen_hours(double next, FindingKind? kind, double rest)
    {
        var finding = Judge(Shift(0, 23, 31), Shift(1, next, next + 2)).SingleOrDefault(finding => finding.RuleId == WorkingTimeRuleIds.AfterNightRest);

        Assert.Equal((kind, rest), (finding?.Kind, finding?.Measured ?? 0));
    }

    [Fact]
    public void A_night_that_ends_before_two_asks_no_more_than_the_daily_rest() =>
        Assert.DoesNotContain(Judge(Shift(0, 18, 26), Shift(1, 13, 20)), finding => finding.RuleId == WorkingTimeRuleIds.AfterNightRest);

    [Theory]
    [InlineData(2, 40, null)]
    [InlineData(3, 46, null)]
    [InlineData(3, 45, 45d)]
    public void After_three_nights_in_a_row_comes_a_rest_of_forty_six_hours(int nights, double rest, double? measured)
    {
        var next = (nights - 1) * 24 + 31 + rest;

        var finding = Judge([.. Enumerable.Range(0, nights).Select(day => Shift(day, 23, 31)), Shift(0, next, next + 4)]).SingleOrDefault(finding => finding.RuleId == WorkingTimeRuleIds.NightSeriesRest);

        Assert.Equal(measured, finding is null ? null : Math.Round(finding.Measured, 4));
    }

    [Fact]
    public void Rest_over_the_clock_change_is_counted_as_elapsed()
    {
        WorkShift[] spring = [Shift(At("2026-03-28 12:00"), At("2026-03-28 20:00"), 30), Shift(At("2026-03-29 07:00"), At("2026-03-29 12:00"), 0)];
        WorkShift[] autumn = [Shift(At("2026-10-24 12:00"), At("2026-10-24 20:00"), 30), Shift(At("2026-10-25 06:00"), At("2026-10-25 11:00"), 0)];

        Assert.Equal([(WorkingTimeRuleIds.DailyRest, FindingKind.ExceptionUsed, 10d)], Judge(spring).Told());
        Assert.Empty(Judge(autumn));
    }
}
