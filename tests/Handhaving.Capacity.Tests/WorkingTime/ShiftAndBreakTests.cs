using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.WorkingTime;
using static Handhaving.Capacity.Tests.WorkingTime.Given;

namespace Handhaving.Capacity.Tests.WorkingTime;

public sealed class ShiftAndBreakTests
{
    [Fact]
    public void Twelve_hours_of_work_are_lawful_and_a_minute_more_is_not()
    {
        Assert.Empty(Judge(Shift(0, 8, 20.75)));
        Assert.Equal([(WorkingTimeRuleIds.ShiftLength, FindingKind.Breach, 12.25)], Judge(Shift(0, 8, 21)).Told());
    }

    [Fact]
    public void A_finding_names_article_person_instants_numbers_and_says_it_in_Dutch()
    {
        var finding = Assert.Single(Judge(Shift(0, 8, 21)));

        Assert.Equal(("ATW 5:7 lid 2 onder a", Person, At(0, 8), At(0, 21), 12d, "hours"), (finding.Article, finding.Person, finding.Time.Start, finding.Time.End, finding.Limit, finding.Unit));
        Assert.Equal("De dienst van ma 01-06 08:00 telt 12,25 uur werk. Ten hoogste 12 uur mag.", finding.Dutch);
    }

    [Theory]
    [InlineData(5.5, 0, null)]
    [InlineData(6, 0, WorkingTimeRuleIds.Break)]
    [InlineData(6, 14, WorkingTimeRuleIds.Break)]
    [InlineData(6, 29, WorkingTimeRuleIds.Break)]
    [InlineData(6, 30, null)]
    [InlineData(10.5, 30, null)]
    [InlineData(11, 44, WorkingTimeRuleIds.LongBreak)]
    [InlineData(11, 45, null)]
    public void Breaks_follow_the_hours_worked(double hours, double minutes, string? broken) =>
        Assert.Equal(broken, Judge(Shift(At(0, 8), At(0, 8 + hours), minutes)).SingleOrDefault()?.RuleId);

    [Fact]
    public void Pieces_under_a_quarter_and_breaks_at_an_end_interrupt_no_work()
    {
        var start = At(0, 8);
        Interval Pause(double hour, double minutes) => new(start.AddHours(hour), start.AddHours(hour).AddMinutes(minutes));
        WorkShift With(params Interval[] pauses) => new(new(start, start.AddHours(8)), pauses, ShiftKind.Planned);

        Assert.Empty(Judge(With(Pause(2, 15), Pause(5, 15))));
        Assert.Equal([WorkingTimeRuleIds.Break], Judge(With(Pause(2, 14), Pause(3, 14), Pause(5, 14))).Select(finding => finding.RuleId));
        Assert.Equal([WorkingTimeRuleIds.Break], Judge(With(Pause(7.5, 30))).Select(finding => finding.RuleId));
    }

    [Fact]
    public void Shifts_with_less_than_eight_hours_between_them_are_one_duty()
    {
        var findings = Judge(Shift(0, 15, 23), Shift(1, 6, 14));

        Assert.Contains((WorkingTimeRuleIds.DailyRest, FindingKind.Breach, 7d), findings.Told());
        Assert.Contains((WorkingTimeRuleIds.ShiftLength, FindingKind.Breach, 14.5), findings.Told());
    }

    [Theory]
    [InlineData("2026-06-01 22:00", "2026-06-02 07:00", 9)]
    [InlineData("2026-03-28 22:00", "2026-03-29 07:00", 8)]
    [InlineData("2026-10-24 22:00", "2026-10-25 07:00", 10)]
    public void A_night_lasts_as_long_as_it_takes_where_the_clock_changes(string start, string end, double hours)
    {
        var duty = Assert.Single(new JudgedTime(Person, [Shift(At(start), At(end), 0)], new(At(start), At(end)), WorkingTimeRules.Statutory).Duties);

        Assert.Equal(hours, duty.Worked.TotalHours);
        Assert.Equal(hours - 3, duty.WorkedAtNight.TotalHours);
        Assert.True(duty.EndsAfterTwo);
    }

    [Fact]
    public void A_night_planned_for_ten_hours_is_too_long_when_the_clock_goes_back()
    {
        Assert.DoesNotContain(Judge(Shift(At("2026-06-01 21:15"), At("2026-06-02 08:00"), 45)), finding => finding.RuleId == WorkingTimeRuleIds.NightShiftLength);
        Assert.Contains(Judge(Shift(At("2026-10-24 21:15"), At("2026-10-25 08:00"), 45)).Told(), told => told is (WorkingTimeRuleIds.NightShiftLength, _, 11));
    }
}
