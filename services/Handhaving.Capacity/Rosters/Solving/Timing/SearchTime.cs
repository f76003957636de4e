using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching;

namespace Handhaving.Capacity.Rosters.Solving.Timing;

/// <summary>A search that also ends by the clock: the work that was asked for may take far longer than its seconds on a slow or busy machine.</summary>
public static class SearchTime
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);
    private const double Slack = 1.25;

    /// <summary>How long work of so many deterministic seconds may take.</summary>
    public static TimeSpan Of(double seconds) => TimeSpan.FromSeconds(seconds * Slack) + Grace;

    /// <returns><see cref="RosterOutcome.Cancelled"/> where the clock or the caller ended it.</returns>
    public static RosterResult Solve(IRosterSolver solver, RosterProblem problem, SearchLimit limit, Action<RosterImprovement> improved, TimeProvider clock, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(Of(limit.DeterministicSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        return solver.Solve(problem, limit, improved, either.Token);
    }
}
