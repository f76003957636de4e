using System.Threading.Channels;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.Rosters.Solving.Timing;
using Microsoft.Extensions.Time.Testing;
using Searched = Handhaving.Capacity.Tests.Rostering.Given;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>A search ends by the clock when its work takes too long, and is never silent for long.</summary>
public sealed class SearchTimeTests
{
    private static readonly RosterProblem Problem = Searched.Published("nrp-instance2.txt");
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_search_that_the_clock_overtakes_hands_back_its_best()
    {
        List<RosterImprovement> told = [];

        var result = SearchTime.Solve(new NeighbourhoodSolver(), Problem, new(1, 600), better => { told.Add(better); clock.Advance(SearchTime.Of(600)); }, clock, TestContext.Current.CancellationToken);

        Assert.Equal((RosterOutcome.Cancelled, told[^1]), (result.Outcome, result.Best));
    }

    [Fact]
    public void Work_that_is_done_before_is_the_same_again()
    {
        RosterResult Solve() => SearchTime.Solve(new NeighbourhoodSolver(), Problem, new(1, 0.2), _ => { }, clock, TestContext.Current.CancellationToken);

        var one = Solve();

        Assert.NotEqual(RosterOutcome.Cancelled, one.Outcome);
        Assert.Equal(one.Best, Solve().Best);
    }

    [Fact]
    public async Task A_silent_search_repeats_what_it_said_every_five_seconds()
    {
        var steps = Channel.CreateUnbounded<SolveStep>();
        await using var heard = SolveBeats.ReadAsync(steps.Reader, clock, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var found = new SolveStep(SolvePhase.Searching, 9, 4, null);

        async Task<SolveStep> AfterAsync(Action happens)
        {
            var next = heard.MoveNextAsync();
            happens();
            Assert.True(await next);
            return heard.Current;
        }

        Assert.Equal(SolveStep.Begun, await AfterAsync(() => clock.Advance(SolveBeats.Every)));
        Assert.Equal(found, await AfterAsync(() => steps.Writer.TryWrite(found)));
        Assert.Equal(found, await AfterAsync(() => clock.Advance(SolveBeats.Every)));
        steps.Writer.Complete();
        Assert.False(await heard.MoveNextAsync());
    }
}
