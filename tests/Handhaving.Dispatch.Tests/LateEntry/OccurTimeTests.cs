using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.LateEntry;

/// <summary>When a step was taken that is told later: by true times one step follows another (dispatch 2 and 3.2).</summary>
public sealed class OccurTimeTests
{
    private static readonly AssignmentState[] Ends = [AssignmentState.Cleared, AssignmentState.Withdrawn, AssignmentState.Failed, AssignmentState.Preempted];

    [Fact]
    public void Each_step_has_its_true_time_and_says_by_whom_and_when_it_came_in()
    {
        var assignment = Given.Assignment(AssignmentState.Offered).Move(AssignmentState.Accepted, Told(2, 10)).Move(AssignmentState.EnRoute, Told(5, 20))
            .Move(AssignmentState.OnScene, Told(5, 30)).Move(AssignmentState.Cleared, Told(9, 40));

        Assert.Equal((At(2), At(5), At(5), At(9)), (assignment.AcceptedAt, assignment.EnRouteAt, assignment.OnSceneAt, assignment.EndedAt));
        Assert.Equal(
            [new(ReportedBy.Desk, At(10)), new(ReportedBy.Desk, At(20)), new(ReportedBy.Desk, At(30)), new(ReportedBy.Desk, At(40))],
            new[] { assignment.AcceptReport, assignment.EnRouteReport, assignment.OnSceneReport, assignment.EndReport }.OfType<StepReport>());
    }

    [Theory]
    [InlineData(AssignmentState.Accepted)]
    [InlineData(AssignmentState.Declined)]
    [InlineData(AssignmentState.Withdrawn)]
    public void Nothing_is_done_about_an_offer_before_it_is_made(AssignmentState to) =>
        Assert.Equal(OccurRules.NotBeforeOffer, Assert.Throws<RuleBroken>(() => Given.Assignment(AssignmentState.Offered).Move(to, Told(-1, 5))).Rule);

    [Fact]
    public void No_step_is_before_the_one_before_it()
    {
        var accepted = Given.Assignment(AssignmentState.Offered).Move(AssignmentState.Accepted, Told(3, 10));
        var onScene = accepted.Move(AssignmentState.EnRoute, Told(4, 20)).Move(AssignmentState.OnScene, Told(5, 30));

        Assert.Equal(("Accepted", "aangenomen"), Refused(accepted, AssignmentState.EnRoute, 2));
        Assert.Equal(("Accepted", "aangenomen"), Refused(accepted, AssignmentState.OnScene, 2)); // under way was skipped
        Assert.All(Ends, end => Assert.Equal(("OnScene", "ter plaatse"), Refused(onScene, end, 4)));
        Assert.All(Ends, end => Assert.Equal(At(5), onScene.Move(end, Told(5, 40)).EndedAt)); // at once
    }

    [Theory]
    [InlineData(-60, 0)]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    [InlineData(-61, -61)]
    public void A_clock_that_runs_a_little_behind_says_right_after_the_step_before(int told, int counted) => Assert.Equal(At(counted), OccurRules.Counted(At(told), At(90), At(0)));

    [Fact]
    public void What_is_told_at_once_is_never_out_of_order_by_clocks_that_differ() =>
        Assert.Equal(At(-1), Given.Assignment(AssignmentState.Offered).Move(AssignmentState.Accepted, Given.Act(-1)).AcceptedAt);

    [Fact]
    public void An_offer_that_is_over_is_not_revived_by_an_acceptance_of_before_and_the_refusal_says_so()
    {
        var swept = Assert.Throws<RuleBroken>(() => Given.Assignment(AssignmentState.Expired).Move(AssignmentState.Accepted, Told(10, 60)));
        var notSwept = Assert.Throws<RuleBroken>(() => Given.Assignment(AssignmentState.Offered).Move(AssignmentState.Accepted, Told(10, 30)));
        var tooLate = Assert.Throws<RuleBroken>(() => Given.Assignment(AssignmentState.Expired).Move(AssignmentState.Accepted, Told(40, 60)));

        Assert.All([swept, notSwept], refused =>
        {
            Assert.Equal((AssignmentRules.NotExpired, At(10).ToString("O")), (refused.Rule, refused.Metadata["occurTime"]));
            Assert.StartsWith("Dit aanbod was al verlopen toen de acceptatie werd gemeld", refused.Told?.Dutch, StringComparison.Ordinal);
        });
        Assert.Null(tooLate.Told);
    }

    [Theory]
    [InlineData(-3600, -3600)]
    [InlineData(0, 0)]
    [InlineData(60, 0)] // a clock that runs ahead
    public void A_time_counts_as_it_is_told_and_never_as_later_than_now(int told, int counted) => Assert.Equal(At(counted), OccurRules.Counted(At(told), At(0)));

    [Fact]
    public void A_time_further_ahead_is_refused() => Assert.Equal(OccurRules.NotAhead, Assert.Throws<RuleBroken>(() => OccurRules.Counted(At(61), At(0))).Rule);

    [Fact]
    public void A_remark_is_of_the_last_thirty_days()
    {
        var noted = Given.Incident().Note(Told(-86_400, 0)).Happenings[^1];

        Assert.Equal((At(-86_400), At(0)), (noted.Act.OccurredAt, noted.Act.At));
        Assert.Equal(OccurRules.NotTooOld, Assert.Throws<RuleBroken>(() => Given.Incident().Note(Told(-31 * 86_400, 0))).Rule);
    }

    [Fact]
    public void Taking_somebody_along_is_not_before_the_unit_arrived() =>
        Assert.Equal(OccurRules.NotBeforeStep, Assert.Throws<RuleBroken>(() => Given.Incident().OnScene().Transport(Given.AssignmentName(), Told(3, 60))).Rule);

    internal static Act Told(int second, int at) => Given.Act(at) with { OccurTime = At(second), By = ReportedBy.Desk };

    internal static DateTimeOffset At(int second) => Given.Now.AddSeconds(second);

    private static (string, string) Refused(Assignment before, AssignmentState to, int second)
    {
        var broken = Assert.Throws<RuleBroken>(() => before.Move(to, Told(second, 60)));
        Assert.Equal(OccurRules.NotBeforeStep, broken.Rule);
        return (broken.Metadata["step"], broken.Metadata["stepLabel"]);
    }
}
