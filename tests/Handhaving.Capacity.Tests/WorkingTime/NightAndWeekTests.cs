using Handhaving.Capacity.WorkingTime;
using static Handhaving.Capacity.Tests.WorkingTime.Given;

namespace Handhaving.Capacity.Tests.WorkingTime;

public sealed class NightAndWeekTests
{
    [Fact]
    public void A_night_of_eleven_hours_is_an_exception_with_twelve_hours_rest_and_a_breach_without()
    {
        Assert.Contains((WorkingTimeRuleIds.NightShiftLength, FindingKind.ExceptionUsed, 11d), Judge(Shift(0, 20, 31.75), Shift(1, 20, 26)).Told());
        Assert.Contains((WorkingTimeRuleIds.NightShiftLength, FindingKind.Breach, 11d), Judge(Shift(0, 20, 31.75), Shift(1, 19, 23)).Told());
        Assert.Contains((WorkingTimeRuleIds.NightShiftLength, FindingKind.Breach, 12.25), Judge(Shift(0, 20, 33)).Told());
    }

    [Fact]
    public void The_sixth_long_night_of_a_fortnight_is_a_breach() =>
        Assert.Equal([.. Enumerable.Repeat(FindingKind.ExceptionUsed, 5), FindingKind.Breach],
            Judge([.. Enumerable.Range(0, 6).Select(night => Shift(night * 2, 20, 31.75))]).Where(finding => finding.RuleId == WorkingTimeRuleIds.NightShiftLength).Select(finding => finding.Kind));

    [Fact]
    public void The_twenty_third_long_night_of_a_year_is_a_breach()
    {
        var findings = Judge([.. Enumerable.Range(0, 23).Select(night => Shift(night * 14, 20, 31.75))]).Where(finding => finding.RuleId == WorkingTimeRuleIds.NightShiftLength).ToList();

        Assert.Equal((23, FindingKind.Breach), (findings.Count, findings[^1].Kind));
        Assert.All(findings.SkipLast(1), finding => Assert.Equal(FindingKind.ExceptionUsed, finding.Kind));
    }

    [Fact]
    public void A_week_of_more_than_sixty_hours_is_found_wherever_it_starts()
    {
        WorkShift[] shifts = [.. new[] { 3, 4, 5, 7, 8, 9 }.Select(day => Shift(day, 8, 19))];

        Assert.Equal([(WorkingTimeRuleIds.WeekHours, FindingKind.Breach, 61.5)], Judge(shifts).Where(finding => finding.RuleId == WorkingTimeRuleIds.WeekHours).ToList().Told());
        Assert.DoesNotContain(Judge([.. shifts.SkipLast(1)]), finding => finding.RuleId == WorkingTimeRuleIds.WeekHours);
    }

    [Fact]
    public void Averages_hold_over_four_and_sixteen_weeks_and_leave_counts_as_hours()
    {
        WorkShift[] Weeks(int weeks, double hours) => [.. Enumerable.Range(0, weeks).SelectMany(week => Enumerable.Range(week * 7, 5).Select(day => Shift(day, 8, 8.75 + hours / 5)))];

        Assert.Empty(Judge(Weeks(16, 48)));
        Assert.Equal([(WorkingTimeRuleIds.SixteenWeekAverage, FindingKind.Breach, 49d)], Judge(Weeks(16, 49)).Told());
        Assert.Equal([(WorkingTimeRuleIds.FourWeekAverage, FindingKind.Breach, 56d)], Judge(Weeks(4, 56)).Told());
        Assert.Equal([(WorkingTimeRuleIds.FourWeekAverage, FindingKind.ExceptionUsed, 56d)], Judge(Agreed(WorkingTimeRuleIds.FourWeekAverage), Weeks(4, 56)).Told());
        Assert.Equal([(WorkingTimeRuleIds.WeekHours, FindingKind.Breach, 61d)], Judge([.. Weeks(1, 55), Credited(5, 6)]).Told());
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(15, false)]
    public void Sixteen_nights_in_sixteen_weeks_bring_the_average_down_to_forty(int nights, bool broken)
    {
        WorkShift[] shifts = [.. Enumerable.Range(0, 16).SelectMany(week => Enumerable.Range(week * 7, 5).Select(day => day % 7 == 4 && week < nights ? Shift(day, 22, 31) : Shift(day, 8, 17.25)))];

        Assert.Equal(broken, Judge(shifts).Any(finding => finding.RuleId == WorkingTimeRuleIds.NightHeavyAverage));
    }

    [Theory]
    [InlineData(7, null, null)]
    [InlineData(8, FindingKind.Breach, FindingKind.ExceptionUsed)]
    [InlineData(9, FindingKind.Breach, FindingKind.Breach)]
    public void A_series_with_a_night_has_seven_shifts_or_eight_by_agreement(int count, FindingKind? lawful, FindingKind? agreed)
    {
        WorkShift[] shifts = [.. Enumerable.Range(0, count - 1).Select(day => Shift(day, 15, 22)), Shift(count - 1, 20, 28)];

        Assert.Equal(lawful, Judge(shifts).SingleOrDefault(finding => finding.RuleId == WorkingTimeRuleIds.SeriesLength)?.Kind);
        Assert.Equal(agreed, Judge(Agreed(WorkingTimeRuleIds.SeriesLength), shifts).SingleOrDefault(finding => finding.RuleId == WorkingTimeRuleIds.SeriesLength)?.Kind);
    }

    [Fact]
    public void Thirty_six_nights_in_sixteen_weeks_are_the_most_without_agreement()
    {
        WorkShift[] Nights(int count) => [.. Enumerable.Range(0, count).Select(night => Shift(night * 3, 23, 28))];

        Assert.DoesNotContain(Judge(Nights(36)), finding => finding.RuleId == WorkingTimeRuleIds.NightCount);
        Assert.Equal((FindingKind.Breach, 37d), Judge(Nights(37)).Where(finding => finding.RuleId == WorkingTimeRuleIds.NightCount).Select(finding => (finding.Kind, finding.Measured)).Single());
        Assert.Equal(FindingKind.ExceptionUsed, Judge(Agreed(WorkingTimeRuleIds.NightCount), Nights(37)).Single(finding => finding.RuleId == WorkingTimeRuleIds.NightCount).Kind);
    }

    [Fact]
    public void An_agreement_on_nights_ends_where_both_its_limits_are_passed()
    {
        WorkShift[] Nights(int count, double until) => [.. Enumerable.Range(0, count).Select(night => Shift(At(night * 2, 23), At(night * 2, until), 0))];
        IEnumerable<FindingKind> Kinds(int count, double until) => Judge(Agreed(WorkingTimeRuleIds.NightCount), Nights(count, until)).Where(finding => finding.RuleId == WorkingTimeRuleIds.NightCount).Select(finding => finding.Kind).Distinct();

        Assert.Equal([FindingKind.ExceptionUsed], Kinds(140, 30));
        Assert.Equal([FindingKind.ExceptionUsed], Kinds(150, 28));
        Assert.Equal([FindingKind.Breach], Kinds(150, 30));
    }

    [Theory]
    [InlineData(39, null)]
    [InlineData(40, 12d)]
    public void Thirteen_Sundays_of_a_year_are_free(int worked, double? free) =>
        Assert.Equal(free, Judge([.. Enumerable.Range(0, worked).Select(week => Shift(week * 7 + 6, 10, 15))]).SingleOrDefault(finding => finding.RuleId == WorkingTimeRuleIds.FreeSundays)?.Measured);
}
