using Google.OrTools.Sat;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching.Constraints;

namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>CP-SAT alone on the whole model: the peer the managed search is measured against.</summary>
public sealed class ConstraintSolver : IRosterSolver
{
    public RosterResult Solve(RosterProblem problem, SearchLimit limit, Action<RosterImprovement> improved, CancellationToken cancellation)
    {
        limit.Require();
        var tables = new SearchTables(problem);
        var incumbent = new Incumbent(problem, improved);
        var status = new ConstraintRun(new ConstraintModel(tables, Construction.Empty(tables), (_, _) => true, hint: false), cancellation).Solve(limit, incumbent.Offer);
        var outcome = status switch
        {
            CpSolverStatus.Optimal => RosterOutcome.Optimal,
            CpSolverStatus.Infeasible => RosterOutcome.Impossible,
            _ => cancellation.IsCancellationRequested ? RosterOutcome.Cancelled : RosterOutcome.LimitReached,
        };
        return new(outcome, incumbent.Best, []);
    }
}
