using CsCheck;
using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Searching;
using Handhaving.Capacity.Rostering.Searching.Columns;
using Handhaving.Capacity.Rostering.Searching.Moves;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.Rostering;

public class RosterSearchTests
{
    public static TheoryData<string> Solvers => ["managed", "cp-sat"];

    [Theory]
    [MemberData(nameof(Solvers))]
    public void The_same_seed_gives_the_same_roster_and_the_same_way_to_it(string solver)
    {
        var problem = Given.Published("nrp-instance2.txt");
        var (first, second) = (new List<RosterImprovement>(), new List<RosterImprovement>());

        Solver(solver).Solve(problem, new(7, 0.4), first.Add, TestContext.Current.CancellationToken);
        Solver(solver).Solve(problem, new(7, 0.4), second.Add, TestContext.Current.CancellationToken);

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Each_roster_told_is_lawful_and_cheaper_than_the_one_before(string solver)
    {
        var problem = Given.Published("nrp-instance2.txt");
        var told = new List<RosterImprovement>();

        var result = Solver(solver).Solve(problem, new(3, 0.4), told.Add, TestContext.Current.CancellationToken);

        Assert.All(told, one => Assert.Equal((true, one.Cost), (RosterJudge.Judge(problem, one.Roster).IsLawful, RosterJudge.Judge(problem, one.Roster).Cost)));
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second.Cost.Total < pair.First.Cost.Total));
        Assert.Equal(told[^1], result.Best);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void A_cancelled_search_hands_back_the_best_so_far(string solver)
    {
        using var stop = new CancellationTokenSource();
        RosterImprovement? last = null;

        var result = Solver(solver).Solve(Given.Published("nrp-instance2.txt"), new(1, 600), better => { last = better; stop.Cancel(); }, stop.Token);

        Assert.Equal(RosterOutcome.Cancelled, result.Outcome);
        Assert.NotNull(last);
        Assert.Equal(last, result.Best);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void A_failure_of_the_listener_comes_out_of_the_search(string solver) =>
        Assert.Throws<TimeZoneNotFoundException>(() => Solver(solver).Solve(
            Given.Published("nrp-instance1.txt"), new(1, 1), _ => throw new TimeZoneNotFoundException(), TestContext.Current.CancellationToken));

    [Theory]
    [MemberData(nameof(Solvers))]
    public void A_search_without_a_limit_is_refused(string solver) => Assert.Equal(RosterRules.Budget, Assert.Throws<RuleBroken>(() =>
        Solver(solver).Solve(Given.Problem(7, [Given.Employee("A")]), new(1, 0), _ => { }, TestContext.Current.CancellationToken)).Rule);

    [Fact]
    public void People_whose_hours_cannot_be_kept_are_named()
    {
        var problem = Given.Problem(7, [Given.Employee("A"), Given.Employee("B", Given.Limits with { Minutes = new(7 * 480, 7 * 480) })]);

        var result = new NeighbourhoodSolver().Solve(problem, new(1, 5), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal((RosterOutcome.Impossible, null), (result.Outcome, result.Best));
        Assert.Equal([new("B")], result.Impossible);
    }

    [Fact]
    public void Both_searches_prove_the_same_cost_or_that_there_is_no_roster() => RandomProblem.Any.Sample(
        problem =>
        {
            var managed = new NeighbourhoodSolver().Solve(problem, new(1, 5), _ => { }, CancellationToken.None);
            var alone = new ConstraintSolver().Solve(problem, new(1, 5), _ => { }, CancellationToken.None);

            Assert.True(managed.Outcome is RosterOutcome.Optimal or RosterOutcome.Impossible);
            Assert.Equal((alone.Outcome, alone.Best?.Cost.Total), (managed.Outcome, managed.Best?.Cost.Total));
        },
        iter: 10, threads: 1);

    [Fact]
    public void A_small_move_never_raises_the_cost_nor_breaks_a_rule()
    {
        var problem = Given.Published("nrp-instance2.txt");
        var tables = new SearchTables(problem);
        var rows = new Construction(tables, TestContext.Current.CancellationToken).Build(new(1, 5));
        Assert.NotNull(rows);
        var state = new SearchState(tables, rows);
        var moves = new LocalMoves(tables, state, new(5), TestContext.Current.CancellationToken);

        for (var tried = 0; tried < 3000; tried++)
        {
            var before = state.Cost;
            if (!moves.Try()) continue;
            var judgement = RosterJudge.Judge(problem, new(state.Rows));
            Assert.Empty(judgement.Breaches);
            Assert.Equal(state.Cost, judgement.Cost.Total);
            Assert.True(state.Cost <= before);
        }
        Assert.True(state.Cost < new SearchState(tables, rows).Cost);
    }

    [Fact]
    public void Work_that_is_stopped_goes_no_further_than_a_row()
    {
        var tables = new SearchTables(Given.Published("nrp-instance2.txt"));
        var state = new SearchState(tables, Construction.Empty(tables));
        var moves = new LocalMoves(tables, state, new(5), new CancellationToken(canceled: true));

        for (var tried = 0; tried < 1000; tried++) moves.Try();

        Assert.True(state.Checks <= 2000); // a move looks at one row and a swap at two; a chain looks at none
        Assert.Null(RowGraph.Of(tables, 0, long.MaxValue, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_search_stopped_at_once_has_everybody_free_where_that_is_lawful()
    {
        var result = new NeighbourhoodSolver().Solve(Given.Problem(7, [Given.Employee("A"), Given.Employee("B")], [new(0, Given.Early, 1, 10, 1)]), new(1, 5), _ => { }, new CancellationToken(canceled: true));

        Assert.Equal((RosterOutcome.Cancelled, 10), (result.Outcome, result.Best?.Cost.Total));
    }

    [Fact]
    public void The_search_and_the_judge_agree_on_every_row() => Gen.Select(RandomProblem.Any, RandomProblem.Rows).Sample(
        (problem, roster) =>
        {
            var tables = new SearchTables(problem);
            for (var place = 0; place < roster.Employees; place++)
                Assert.Equal(!new RowJudge(problem, problem.Employees[place], roster[place]).Breaches().Any(), RowCheck.Holds(tables, place, [.. roster[place]]));
        },
        iter: 2000);

    private static IRosterSolver Solver(string name) => name == "managed" ? new NeighbourhoodSolver() : new ConstraintSolver();
}
