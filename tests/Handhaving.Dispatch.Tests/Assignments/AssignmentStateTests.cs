using Handhaving.Dispatch.Assignments;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>The table of an assignment, cell by cell.</summary>
public sealed class AssignmentStateTests
{
    // Row = from, column = to, both in the order of the enum. y = allowed, . = TRANSITION_NOT_ALLOWED, x = OFFER_EXPIRED.
    private static readonly (AssignmentState From, string To)[] Table =
    [
        (AssignmentState.Offered, ".y...yyy.."),
        (AssignmentState.Accepted, "..yyy..yyy"),
        (AssignmentState.EnRoute, "...yy..yyy"),
        (AssignmentState.OnScene, "....y..yyy"),
        (AssignmentState.Cleared, ".........."),
        (AssignmentState.Declined, ".........."),
        (AssignmentState.Expired, ".x........"),
        (AssignmentState.Withdrawn, ".........."),
        (AssignmentState.Failed, ".........."),
        (AssignmentState.Preempted, ".........."),
    ];

    public static TheoryData<AssignmentState, AssignmentState> Allowed => Cells('y');

    public static TheoryData<AssignmentState, AssignmentState> Refused => Cells('.');

    [Fact]
    public void The_table_has_every_state() => Assert.Equal(Enum.GetValues<AssignmentState>(), Table.Select(row => row.From));

    [Theory, MemberData(nameof(Allowed))]
    public void An_allowed_step_writes_its_own_time_and_nothing_else(AssignmentState from, AssignmentState to)
    {
        var before = Given.Assignment(from);
        var act = Given.Act(5, "want");

        var after = before.Move(to, act);

        Assert.Equal(to switch
        {
            AssignmentState.Accepted => before with { State = to, AcceptedAt = act.At, AcceptReport = act.Report },
            AssignmentState.EnRoute => before with { State = to, EnRouteAt = act.At, EnRouteReport = act.Report },
            AssignmentState.OnScene => before with { State = to, OnSceneAt = act.At, OnSceneReport = act.Report },
            _ => before with { State = to, EndedAt = act.At, EndReason = "want", EndReport = act.Report },
        }, after);
    }

    [Theory, MemberData(nameof(Refused))]
    public void Any_other_step_is_refused_and_names_both_states(AssignmentState from, AssignmentState to)
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Assignment(from).Move(to, Given.Act(5)));

        Assert.Equal(AssignmentRules.Transition, broken.Rule);
        Assert.Equal(new Dictionary<string, string> { ["from"] = from.ToString(), ["fromLabel"] = AssignmentRules.NameOf(from), ["to"] = to.ToString() }, broken.Metadata);
    }

    [Fact]
    public void An_expired_offer_cannot_be_accepted()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Assignment(AssignmentState.Expired).Move(AssignmentState.Accepted, Given.Act(5)));

        Assert.Equal(AssignmentRules.NotExpired, broken.Rule);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(3600, false)]
    public void An_offer_stands_until_its_last_second_whether_or_not_the_sweep_came_by(int second, bool accepted)
    {
        var move = () => Given.Assignment(AssignmentState.Offered).Move(AssignmentState.Accepted, Given.Act(second));

        if (accepted) Assert.Equal(AssignmentState.Accepted, move().State);
        else Assert.Equal(AssignmentRules.NotExpired, Assert.Throws<RuleBroken>(move).Rule);
    }

    [Fact]
    public void Exactly_the_first_four_states_take_the_slot_of_the_unit() => Assert.Equal(
        [AssignmentState.Offered, AssignmentState.Accepted, AssignmentState.EnRoute, AssignmentState.OnScene],
        Enum.GetValues<AssignmentState>().Where(state => Given.Assignment(state).IsActive));

    private static TheoryData<AssignmentState, AssignmentState> Cells(char sign)
    {
        var cells = new TheoryData<AssignmentState, AssignmentState>();
        foreach (var (from, row) in Table)
            for (var column = 0; column < row.Length; column++)
                if (row[column] == sign) cells.Add(from, (AssignmentState)(column + 1));
        return cells;
    }
}
