using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Searching;

namespace Handhaving.Capacity.Tests.Rostering;

/// <summary>The best known costs of the published instances are reached by a fixed amount of work, whatever the seed.</summary>
public class PublishedInstanceTests
{
    [Theory]
    [InlineData("nrp-instance1.txt", 607, 1)]
    [InlineData("nrp-instance1.txt", 607, 2)]
    [InlineData("nrp-instance2.txt", 828, 1)]
    [InlineData("nrp-instance2.txt", 828, 2)]
    [InlineData("nrp-instance2.txt", 828, 3)]
    [InlineData("nrp-instance2.txt", 828, 4)]
    [InlineData("nrp-instance2.txt", 828, 5)]
    public void The_search_proves_the_best_known_cost_without_a_breach(string name, long best, ulong seed)
    {
        var problem = Given.Published(name);

        var result = new NeighbourhoodSolver().Solve(problem, new(seed, 5), _ => { }, TestContext.Current.CancellationToken);

        Assert.NotNull(result.Best);
        Assert.Equal(RosterOutcome.Optimal, result.Outcome);
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
