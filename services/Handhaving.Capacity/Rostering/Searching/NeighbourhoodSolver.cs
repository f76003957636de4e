using Google.OrTools.Sat;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching.Columns;
using Handhaving.Capacity.Rostering.Searching.Constraints;
using Handhaving.Capacity.Rostering.Searching.Moves;

namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>
/// The managed search: a constructed start, small moves, whole rows by column generation, then in turn small moves and large neighbourhoods that CP-SAT solves (large neighbourhood search: Shaw, 1998).
/// The cost never rises; it ends where the rows prove that nothing is cheaper, or the optimum of a neighbourhood that has grown to the whole roster does.
/// </summary>
public sealed class NeighbourhoodSolver : IRosterSolver
{
    public RosterResult Solve(RosterProblem problem, SearchLimit limit, Action<RosterImprovement> improved, CancellationToken cancellation)
    {
        limit.Require();
        var tables = new SearchTables(problem);
        var incumbent = new Incumbent(problem, improved);
        var construction = new Construction(tables, cancellation);
        if (construction.Build(limit) is not { } rows)
            return new(construction.Impossible.Count > 0 ? RosterOutcome.Impossible : Ended(cancellation), null, construction.Impossible);
        incumbent.Offer(rows);
        var optimal = new Descent(tables, rows, limit, incumbent).Run(construction.Spent, cancellation);
        return new(optimal ? RosterOutcome.Optimal : Ended(cancellation), incumbent.Best, []);
    }

    private static RosterOutcome Ended(CancellationToken cancellation) => cancellation.IsCancellationRequested ? RosterOutcome.Cancelled : RosterOutcome.LimitReached;

    private sealed class Descent(SearchTables tables, int[][] rows, SearchLimit limit, Incumbent incumbent)
    {
        private const int MovesPerRound = 2000;
        private const int MovesFirst = 20_000;
        private const double ColumnShare = 0.5;
        private const double MoveSeconds = 2e-6;
        private const double CheckSeconds = 1e-7; // of one row of a person
        private const double PartSeconds = 0.5;

        private readonly SearchDice dice = new(limit.Seed);
        private readonly SearchState state = new(tables, rows);

        /// <summary>True when the end is proven to be the optimum.</summary>
        public bool Run(double spent, CancellationToken cancellation)
        {
            var moves = new LocalMoves(tables, state, dice, cancellation);
            spent += Move(moves, MovesFirst, limit.DeterministicSeconds - spent, cancellation);
            if (spent >= limit.DeterministicSeconds) return false;
            var columns = new ColumnSearch(tables, limit with { DeterministicSeconds = (limit.DeterministicSeconds - spent) * ColumnShare }, cancellation);
            if (columns.Run(() => (state.Rows, state.Cost), Take)) return true;
            spent += columns.Spent;
            var neighbourhood = new Neighbourhood(tables, dice);
            while (spent < limit.DeterministicSeconds && !cancellation.IsCancellationRequested)
            {
                var before = state.Cost;
                spent += Move(moves, MovesPerRound, limit.DeterministicSeconds - spent, cancellation);
                var whole = neighbourhood.IsWhole;
                var left = limit.DeterministicSeconds - spent;
                if (left <= 0) break;
                var run = new ConstraintRun(new ConstraintModel(tables, state.Rows, neighbourhood.Next(), hint: true), cancellation);
                var status = run.Solve(new((ulong)dice.Below(int.MaxValue), whole ? left : Math.Min(left, PartSeconds)), Take);
                spent += run.Spent;
                if (whole && status == CpSolverStatus.Optimal) return true;
                neighbourhood.Learn(state.Cost < before);
            }
            return false;
        }

        private double Move(LocalMoves moves, int most, double left, CancellationToken cancellation)
        {
            var (cost, checks, spent) = (state.Cost, state.Checks, 0.0);
            for (var move = 1; move <= most && spent < left && !cancellation.IsCancellationRequested; move++)
            {
                moves.Try();
                spent = move * MoveSeconds + (state.Checks - checks) * CheckSeconds;
            }
            if (state.Cost < cost) incumbent.Offer(state.Rows);
            return spent;
        }

        private void Take(int[][] found)
        {
            var cost = state.Cost;
            var rowsBefore = state.Rows.Select(row => row.ToArray()).ToArray();
            state.Take(found);
            if (state.Cost > cost) state.Take(rowsBefore);
            else incumbent.Offer(found);
        }
    }
}
