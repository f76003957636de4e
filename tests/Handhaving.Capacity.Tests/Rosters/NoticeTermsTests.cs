using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using File = Handhaving.Capacity.Tests.People.Given;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>Working hours are known 4 days ahead, days of rest 28 (ATW 4:2).</summary>
public sealed class NoticeTermsTests
{
    private static readonly Notice Nothing = new("", []);
    private static readonly Notice Reason = new("ziekte van een collega", []);
    private static readonly PlannedShift Early = Given.Shift(Given.A, 10, 8, 16);
    private static readonly PlannedShift Late = Given.Shift(Given.A, 10, 14, 22);

    [Fact]
    public void A_shift_that_moves_within_four_days_needs_consent_of_its_person()
    {
        var at = File.At(7, 8);

        Assert.Equal(DutyRosterRules.NoticeReason, Refusal([Early], [Late], Nothing, at));
        Assert.Equal(DutyRosterRules.NoticeConsent, Refusal([Early], [Late], Reason, at));
        Assert.Null(Refusal([Early], [Late], Reason with { Consents = [Given.A.Value] }, at));
        Assert.Equal(DutyRosterRules.NoticeConsent, Refusal([Early], [], Reason, at));
    }

    [Fact]
    public void Further_ahead_a_move_on_the_same_day_needs_a_reason_and_work_on_a_free_day_consent_too()
    {
        var at = File.At(1, 8);
        var free = Given.Shift(Given.A, 11, 8, 16);

        Assert.Null(Refusal([Early], [Late], Reason, at));
        Assert.Equal(DutyRosterRules.NoticeConsent, Refusal([Early], [Early, free], Reason, at));
        Assert.Null(Refusal([Early], [Late, free], Nothing, at.AddDays(-40)));
    }

    [Fact]
    public void What_is_told_first_within_four_weeks_needs_a_reason_and_within_four_days_consent()
    {
        Assert.Equal(DutyRosterRules.NoticeReason, Refusal(null, [Early], Nothing, File.At(1, 8)));
        Assert.Null(Refusal(null, [Early], Reason, File.At(1, 8)));
        Assert.Equal(DutyRosterRules.NoticeConsent, Refusal(null, [Early], Reason, File.At(8, 8)));
    }

    [Fact]
    public void A_remark_asks_nothing_and_what_is_over_a_reason_alone()
    {
        Assert.Null(Refusal([Early], [Early with { Note = "neem de bodycam mee", Pinned = true }], Nothing, File.At(9, 8)));
        Assert.Equal(DutyRosterRules.PastReason, Refusal([Early], [], Nothing, File.At(11, 8)));
        Assert.Equal(DutyRosterRules.PastReason, Refusal(null, [Early], Nothing, File.At(11, 8)));
        Assert.Null(Refusal([Early], [Late], Reason, File.At(11, 8)));
        Assert.Null(Refusal([Early], [Early with { Note = "was ziek" }], Nothing, File.At(11, 8)));
    }

    [Fact]
    public void A_day_that_another_teams_roster_left_free_is_taken_with_consent_alone_also_by_a_roster_that_told_nothing_yet()
    {
        var at = File.At(1, 8);
        var elsewhere = new ToldWork(null, Days(Given.A, 8, 14), Work(Early));
        var second = Given.Shift(Given.A, 10, 18, 22);
        var free = Given.Shift(Given.A, 11, 8, 16);

        Assert.Equal(DutyRosterRules.NoticeConsent, RefusalOf(elsewhere, [free], Reason, at));
        Assert.Null(RefusalOf(elsewhere, [free], Reason with { Consents = [Given.A.Value] }, at));
        Assert.Null(RefusalOf(elsewhere, [second], Reason, at)); // works that day already
        Assert.Null(RefusalOf(elsewhere, [Given.Shift(Given.A, 15, 8, 16)], Reason, at)); // of that day nothing was told
        Assert.Null(RefusalOf(elsewhere, [Given.Shift(Given.B, 11, 8, 16)], Reason, at));
        Assert.Null(RefusalOf(elsewhere, [free], Nothing, at.AddDays(-40)));
    }

    [Fact]
    public void A_day_that_is_worked_at_another_team_is_no_free_day_of_this_one()
    {
        var told = new ToldWork([Early], Days(Given.A, 8, 14), Work(Given.Shift(Given.A, 11, 8, 12)));

        Assert.Null(RefusalOf(told, [Early, Given.Shift(Given.A, 11, 14, 18)], Reason, File.At(1, 8)));
    }

    private static ILookup<OfficerName, Interval> Days(OfficerName officer, int first, int last) => new[] { new Interval(File.At(first, 0), File.At(last + 1, 0)) }.ToLookup(_ => officer);

    private static ILookup<OfficerName, WorkShift> Work(params PlannedShift[] shifts) => shifts.ToLookup(shift => shift.Officer, shift => shift.Work);

    private static Rule? Refusal(IReadOnlyList<PlannedShift>? told, IReadOnlyList<PlannedShift> now, Notice notice, DateTimeOffset at) => RefusalOf(Given.Known().Told(told), now, notice, at);

    private static Rule? RefusalOf(ToldWork told, IReadOnlyList<PlannedShift> now, Notice notice, DateTimeOffset at)
    {
        try
        {
            NoticeTerms.Require(told, now, notice, at);
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken.Rule;
        }
    }
}
