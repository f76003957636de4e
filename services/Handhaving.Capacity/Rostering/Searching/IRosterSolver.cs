using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>
/// One way in for every search: the managed search and CP-SAT alone. Same problem, seed and limit give the same roster; a cancelled search hands back the
/// best it has and is not repeatable. Every roster that comes out was judged lawful by <see cref="Judging.RosterJudge"/>.
/// </summary>
public interface IRosterSolver
{
    /// <param name="improved">Told of each better roster as it is found, on the thread of the search.</param>
    RosterResult Solve(RosterProblem problem, SearchLimit limit, Action<RosterImprovement> improved, CancellationToken cancellation);
}
