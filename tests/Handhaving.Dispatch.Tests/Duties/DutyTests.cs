using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.Duties;

/// <summary>What a unit says of itself, activity by activity.</summary>
public sealed class DutyTests
{
    // Row = from, column = to, both in the order of the enum. y = allowed, . = ACTIVITY_NOT_ALLOWED.
    private static readonly (UnitActivity From, string To)[] Table =
    [
        (UnitActivity.Available, ".yyy"),
        (UnitActivity.Patrolling, "y.yy"),
        (UnitActivity.Break, "yy.y"),
        (UnitActivity.OutOfService, "yy.."),
    ];

    public static TheoryData<UnitActivity, UnitActivity> Allowed => Cells('y');

    public static TheoryData<UnitActivity, UnitActivity> Refused => Cells('.');

    [Fact]
    public void The_table_has_every_activity() => Assert.Equal(Enum.GetValues<UnitActivity>(), Table.Select(row => row.From));

    [Theory, MemberData(nameof(Allowed))]
    public void An_allowed_change_says_what_why_and_since_when(UnitActivity from, UnitActivity to)
    {
        var before = Duty.Start(Given.Now) with { Activity = from, Vehicle = "12", Calls = [new(DeskCallKind.Speech, Given.Now, null)] };

        var after = before.Change(to, hasJob: false, Given.Called, Given.Act(5, "eten"));

        Assert.Equal(before with { Activity = to, ActivityReason = "eten", ActivitySince = Given.Now.AddSeconds(5) }, after);
    }

    [Theory, MemberData(nameof(Refused))]
    public void Any_other_change_is_refused_also_to_what_it_does_already(UnitActivity from, UnitActivity to) =>
        Assert.Equal(DutyRules.Activity, Broken(() => (Duty.Start(Given.Now) with { Activity = from }).Change(to, hasJob: false, Given.Called, Given.Act(5, "eten"))));

    [Theory, MemberData(nameof(Allowed)), MemberData(nameof(Refused))]
    public void Nothing_changes_while_a_job_runs(UnitActivity from, UnitActivity to) =>
        Assert.Equal(UnitRules.Free, Broken(() => (Duty.Start(Given.Now) with { Activity = from }).Change(to, hasJob: true, Given.Called, Given.Act(5, "eten"))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Out_of_service_needs_a_reason(string? reason) =>
        Assert.Equal(DutyRules.Reason, Broken(() => Duty.Start(Given.Now).Change(UnitActivity.OutOfService, hasJob: false, Given.Called, Given.Act(5, reason))));

    [Theory]
    [InlineData(UnitActivity.Available, true)]
    [InlineData(UnitActivity.Patrolling, true)]
    [InlineData(UnitActivity.Break, false)]
    [InlineData(UnitActivity.OutOfService, false)]
    public void Break_and_out_of_service_take_no_work(UnitActivity activity, bool takesWork) =>
        Assert.Equal(takesWork, (Duty.Start(Given.Now) with { Activity = activity }).TakesWork);

    [Fact]
    public void Who_asks_twice_is_told_that_it_was_heard_and_may_still_ask_with_haste()
    {
        var asked = Duty.Start(Given.Now).Ask(DeskCallKind.Speech, Given.Called, Given.Act(1));

        Assert.Equal(DutyRules.NotAskedYet, Broken(() => asked.Ask(DeskCallKind.Speech, Given.Called, Given.Act(2))));
        Assert.Equal([DeskCallKind.Speech, DeskCallKind.SpeechUrgent], asked.Ask(DeskCallKind.SpeechUrgent, Given.Called, Given.Act(3)).Calls.Select(call => call.Kind));
    }

    [Fact]
    public void Own_reports_are_kept_side_by_side_up_to_ten()
    {
        var duty = Enumerable.Range(0, 10).Aggregate(Duty.Start(Given.Now), (duty, number) => duty.Ask(DeskCallKind.IncidentReport, Given.Called, Given.Act(number, $"melding {number}")));

        Assert.Equal(10, duty.Calls.Select(call => call.Note).Distinct().Count());
        Assert.Equal(DutyRules.NotAskedYet, Broken(() => duty.Ask(DeskCallKind.IncidentReport, Given.Called, Given.Act(11))));
    }

    [Fact]
    public void An_answer_ends_what_was_seen_and_leaves_what_came_after_it()
    {
        var asked = Duty.Start(Given.Now).Ask(DeskCallKind.Speech, Given.Called, Given.Act(1)).Ask(DeskCallKind.IncidentReport, Given.Called, Given.Act(2)).Ask(DeskCallKind.SpeechUrgent, Given.Called, Given.Act(3));

        var answered = asked.Answer(asked.Calls[1].At, Given.Called);

        Assert.Equal(asked.Calls.Skip(2), answered.Calls);
        Assert.Equal(DutyRules.Asked, Broken(() => answered.Answer(asked.Calls[1].At, Given.Called))); // a colleague answered it already
        Assert.Empty(answered.Answer(answered.Calls[0].At, Given.Called).Calls);
    }

    [Fact]
    public void Without_saying_what_was_seen_only_the_first_call_is_answered()
    {
        var asked = Duty.Start(Given.Now).Ask(DeskCallKind.Speech, Given.Called, Given.Act(1)).Ask(DeskCallKind.SpeechUrgent, Given.Called, Given.Act(2));

        var answered = asked.Answer(null, Given.Called);

        Assert.Equal(DeskCallKind.SpeechUrgent, Assert.Single(answered.Calls).Kind);
        Assert.Equal(DutyRules.Asked, Broken(() => answered.Answer(null, Given.Called).Answer(null, Given.Called)));
    }

    [Fact]
    public void Calls_of_one_moment_or_of_a_clock_that_is_behind_stay_in_their_order()
    {
        var asked = Duty.Start(Given.Now).Ask(DeskCallKind.Speech, Given.Called, Given.Act(5)).Ask(DeskCallKind.SpeechUrgent, Given.Called, Given.Act(5)).Ask(DeskCallKind.IncidentReport, Given.Called, Given.Act(1));

        Assert.Equal(DeskCallKind.IncidentReport, Assert.Single(asked.Answer(asked.Calls[1].At, Given.Called).Calls).Kind);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void A_duty_is_over_from_its_end_on_and_only_warned_of(int minute, bool over)
    {
        var unit = Given.Unit() with { Duty = Duty.Start(Given.Now) with { EndsAt = Given.Now.AddHours(1) } };

        var view = UnitView.OnDuty(unit, 1, null, null, Given.Now.AddMinutes(minute));

        Assert.Equal((UnitAvailability.Available, over ? UnitAvailability.DutyOver : UnitAvailability.Available), (view.Availability, view.ShownAvailability));
        Assert.Equal(over ? ["De dienst eindigde om 14:00: meld de eenheid af of verleng de dienst."] : [], view.Warnings);
    }

    private static Rule Broken(Action act) => Assert.Throws<RuleBroken>(act).Rule;

    private static TheoryData<UnitActivity, UnitActivity> Cells(char sign)
    {
        var cells = new TheoryData<UnitActivity, UnitActivity>();
        foreach (var (from, row) in Table)
            for (var column = 0; column < row.Length; column++)
                if (row[column] == sign) cells.Add(from, (UnitActivity)(column + 1));
        return cells;
    }
}
