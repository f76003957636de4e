using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>What a search hands back.</summary>
/// <param name="Best">The cheapest lawful roster; null when none was found.</param>
/// <param name="Impossible">People whose own hard limits and pins no row can keep; only with <see cref="RosterOutcome.Impossible"/>, and empty where the search cannot tell who.</param>
public sealed record RosterResult(RosterOutcome Outcome, RosterImprovement? Best, IReadOnlyList<EmployeeName> Impossible);

/// <summary>A roster cheaper than all before it, with its cost by the judge.</summary>
public sealed record RosterImprovement(Roster Roster, RosterCost Cost);

/// <summary>How a search ended.</summary>
public enum RosterOutcome
{
    /// <summary>No lawful roster is cheaper: proven.</summary>
    Optimal,

    /// <summary>The limit was reached; the best so far, if there is one.</summary>
    LimitReached,

    /// <summary>The caller stopped it; the best so far, if there is one.</summary>
    Cancelled,

    /// <summary>No lawful roster exists.</summary>
    Impossible,
}
