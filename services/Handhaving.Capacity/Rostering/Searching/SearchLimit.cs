namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>How long a search may take, and what its chances hang on.</summary>
/// <param name="DeterministicSeconds">Work of CP-SAT in its deterministic time (about a second of one core each, the same on every machine), moves counted in.</param>
public sealed record SearchLimit(ulong Seed, double DeterministicSeconds)
{
    internal void Require() => RosterRules.Budget.Require(DeterministicSeconds > 0 && double.IsFinite(DeterministicSeconds));
}
