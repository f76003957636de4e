using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Replanning;
using Handhaving.Capacity.Rostering.Searching;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.Rostering;

public class ReplanTests
{
    private static readonly Roster Published = Given.Row("EEE....", "...EEE.", ".......");
    private static readonly CoverTarget[] Cover = [.. Enumerable.Range(0, 6).Select(day => new CoverTarget(day, Given.Early, 1, 100, 1))];

    [Fact]
    public void Nothing_changes_when_nothing_happened() => Assert.Empty(Replanned(Now(), new(0, NoConsent)).Changes);

    [Fact]
    public void A_sick_day_is_taken_over_with_the_fewest_changes()
    {
        var (changes, cost) = Replanned(Now(new Exclusion(4, null, ExclusionReason.Absent)), new(0, NoConsent));

        Assert.Equal(0, cost.Shortage);
        Assert.Equal(2, changes.Count);
        Assert.Contains(new RosterChange(new("B"), 4, Given.Early, null, false), changes);
    }

    [Fact]
    public void Within_notice_a_sick_shift_stays_open_unless_somebody_consents()
    {
        var now = Now(new Exclusion(4, null, ExclusionReason.Absent));

        var (unasked, open) = Replanned(now, new(5, NoConsent));
        var (asked, filled) = Replanned(now, new(5, new HashSet<Consent> { new(new("C"), 4) }));

        Assert.Equal([new(new("B"), 4, Given.Early, null, true)], unasked);
        Assert.Equal(100, open.Shortage);
        Assert.Equal([new(new("B"), 4, Given.Early, null, true), new(new("C"), 4, null, Given.Early, true)], asked);
        Assert.Equal(0, filled.Shortage);
    }

    [Fact]
    public void An_absence_that_cuts_a_run_short_leaves_the_rest_of_it_standing()
    {
        var limits = Given.Limits with { Minutes = new(3 * 480, 9600), Run = new(2, 5), ShortestFree = 2 };
        var now = Given.Problem(7, [Given.Employee("A", limits, [new(2, null, ExclusionReason.Absent)])], Cover);
        var replan = new Replan(now, Given.Row(".EEEE.."), new(7, NoConsent), 20);

        var result = new NeighbourhoodSolver().Solve(replan.ToProblem(), new(1, 5), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(Given.Row(".E.EE.."), result.Best?.Roster);
    }

    [Fact]
    public void A_published_roster_of_another_size_is_refused() => Assert.Equal(RosterRules.SameSize,
        Assert.Throws<RuleBroken>(() => new Replan(Now(), Given.Row("EEE...."), new(0, NoConsent), 20).ToProblem()).Rule);

    private static IReadOnlySet<Consent> NoConsent => new HashSet<Consent>();

    private static RosterProblem Now(params Exclusion[] ofB) => Given.Problem(7, [Given.Employee("A"), Given.Employee("B", null, ofB), Given.Employee("C")], Cover);

    private static (IReadOnlyList<RosterChange> Changes, RosterCost Cost) Replanned(RosterProblem now, NoticePeriod notice)
    {
        var replan = new Replan(now, Published, notice, 20);
        var best = new NeighbourhoodSolver().Solve(replan.ToProblem(), new(1, 5), _ => { }, TestContext.Current.CancellationToken).Best;
        Assert.NotNull(best);
        return (replan.Changes(best.Roster), RosterJudge.Judge(now, best.Roster).Cost);
    }
}
