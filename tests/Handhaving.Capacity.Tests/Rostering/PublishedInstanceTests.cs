using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Searching;

namespace Handhaving.Capacity.Tests.Rostering;

/// <summary>The best known cost of the first published instance is reached by a fixed amount of work.</summary>
public class PublishedInstanceTests
{
    [Theory]
    [InlineData("nrp-instance1.txt", 607)]
    public void The_search_finds_the_best_known_cost_without_a_breach(string name, long best)
    {
        var problem = Given.Published(name);

        var result = new NeighbourhoodSolver().Solve(problem, new(1, 20), _ => { }, TestContext.Current.CancellationToken);

        Assert.NotNull(result.Best);
        var judgement = RosterJudge.Judge(problem, result.Best.Roster);
        Assert.Empty(judgement.Breaches);
        Assert.Equal(best, judgement.Cost.Total);
    }

    [Fact]
    public void CP_SAT_alone_finds_the_same_cost_on_the_same_model()
    {
        var result = new ConstraintSolver().Solve(Given.Published("nrp-instance1.txt"), new(1, 20), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal((RosterOutcome.Optimal, 607), (result.Outcome, result.Best?.Cost.Total));
    }
}
