using Handhaving.Simulator.Ledger;
using Xunit;

namespace Handhaving.Simulator.Tests.Ledger;

public sealed class ReconciliationTests
{
    private static readonly Effect Step = new(Effect.Accepted, "municipalities/0888/incidents/a", "municipalities/0888/units/boa-0888-1");
    private static readonly DateTimeOffset Now = new(2026, 1, 9, 20, 0, 0, TimeSpan.Zero);

    // A = accepted, R = refused, D = in doubt, S = sent and never answered.
    [Theory]
    [InlineData("", 0, 0, 0, 0)]
    [InlineData("A", 1, 0, 0, 0)]
    [InlineData("A", 0, 1, 0, 0)]
    [InlineData("A", 2, 0, 1, 0)]
    [InlineData("AA", 2, 0, 0, 0)]
    [InlineData("AA", 1, 1, 0, 0)]
    [InlineData("AA", 4, 0, 2, 0)]
    [InlineData("R", 0, 0, 0, 0)]
    [InlineData("R", 1, 0, 1, 0)]
    [InlineData("AR", 1, 0, 0, 0)]
    [InlineData("D", 0, 0, 0, 1)]
    [InlineData("D", 1, 0, 0, 1)]
    [InlineData("D", 2, 0, 1, 1)]
    [InlineData("AD", 0, 1, 0, 1)]
    [InlineData("AD", 2, 0, 0, 1)]
    [InlineData("S", 1, 0, 0, 1)]
    [InlineData("", 1, 0, 1, 0)]
    public void An_effect_is_visible_as_often_as_it_was_accepted(string answers, int visible, int lost, int doubled, int inDoubt)
    {
        var entries = answers.Select((answer, index) => Given(answer, index)).ToList();

        var verdict = Reconciliation.Judge(entries, Seen(visible));

        Assert.Equal((lost, doubled, inDoubt), (verdict.Lost, verdict.Doubled, verdict.InDoubt));
        Assert.Equal(lost + doubled + inDoubt == 0, verdict.Holds);
    }

    [Fact]
    public void What_was_in_doubt_and_then_answered_counts_as_resolved()
    {
        var entry = Given('D', 1);
        entry.Accept(null);

        var verdict = Reconciliation.Judge([entry], Seen(1));

        Assert.Equal((1, 0, true), (verdict.Resolved, verdict.InDoubt, verdict.Holds));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void An_accepted_change_must_be_on_the_board_at_least_as_new(int boardSecondsNewer, int unseen)
    {
        var entry = Given('S', 1);
        entry.Accept(new Change(Step.Subject, Now));
        var board = new Dictionary<string, DateTimeOffset> { [Step.Subject] = Now.AddSeconds(boardSecondsNewer) };

        var verdict = Reconciliation.Judge([entry], Seen(1) with { Board = board });

        Assert.Equal(unseen, verdict.Unseen);
    }

    [Fact]
    public void A_unit_on_two_incidents_at_once_counts_as_doubled()
    {
        Assert.Equal(1, Reconciliation.Judge([], Seen(0) with { DoubleBookings = ["boa-0888-1 twice"] }).Doubled);
    }

    [Fact]
    public void A_call_that_ends_one_thing_for_another_is_held_against_both()
    {
        var ended = new Effect(Effect.Preempted, "municipalities/0888/incidents/b", Step.Unit);
        var entry = new LedgerEntry(new Intentions("test", 1).To("PreemptAssignment", "1") with { Beside = ended }, Step);
        entry.Accept(null);

        var verdict = Reconciliation.Judge([entry], Seen(1));

        Assert.Equal(1, verdict.Lost);
        Assert.Equal([new("AssignmentAccepted", 1, 1), new KeptEffects("AssignmentPreempted", 1, 0)], verdict.Kept);
    }

    [Fact]
    public void Refusals_are_counted_by_rpc_and_reason()
    {
        var verdict = Reconciliation.Judge([Given('R', 1), Given('R', 2)], Seen(0));

        Assert.Equal(new Dictionary<string, int> { ["AcceptAssignment OFFER_EXPIRED"] = 2 }, verdict.Refused);
    }

    private static LedgerEntry Given(char answer, int index)
    {
        var entry = new LedgerEntry(new Intentions("test", 1).To("AcceptAssignment", $"{index}"), Step);
        switch (answer)
        {
            case 'A':
                entry.Accept(null);
                break;
            case 'R':
                entry.Refuse("OFFER_EXPIRED");
                break;
            case 'D':
                entry.Doubt();
                break;
            default:
                break;
        }
        return entry;
    }

    private static Observed Seen(int visible) => new()
    {
        Effects = Enumerable.Repeat(Step, visible).CountBy(step => step).ToDictionary(),
        Board = new Dictionary<string, DateTimeOffset>(),
    };
}
