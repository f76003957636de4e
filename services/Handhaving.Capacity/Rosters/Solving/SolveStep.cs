using Handhaving.Capacity.Rostering.Gaps;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching;
using Handhaving.Capacity.Rosters.Keeping;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>How far a search is; the costs say something from <see cref="Searching"/> on.</summary>
public enum SolvePhase { Preparing = 1, Searching, Ended }

/// <summary>A better roster was found, the end was reached, or nothing is new for a while.</summary>
/// <param name="Missing">Cost of people too few and too many, in the weights of the request.</param>
/// <param name="Solved">Set at the end.</param>
public sealed record SolveStep(SolvePhase Phase, long Cost, long Missing, SolvedRoster? Solved)
{
    public static SolveStep Begun { get; } = new(SolvePhase.Preparing, 0, 0, null);
}

/// <summary>What was kept as the draft's shifts.</summary>
/// <param name="Outcome">Null where the same request is answered again.</param>
/// <param name="Gaps">Shifts with too few people and why, by day.</param>
public sealed record SolvedRoster(RosterAnswer Answer, RosterOutcome? Outcome, IReadOnlyList<(DateOnly Day, OpenShift Open)> Gaps)
{
    /// <summary>What each soft term costs in what was kept.</summary>
    public IReadOnlyDictionary<SoftTerm, long> Terms { get; init; } = new Dictionary<SoftTerm, long>();
}
