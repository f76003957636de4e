namespace Handhaving.Capacity.Rostering.Judging;

/// <summary>What the judge found: every hard breach, and the cost of what is soft.</summary>
public sealed record Judgement(IReadOnlyList<RosterBreach> Breaches, RosterCost Cost)
{
    public bool IsLawful => Breaches.Count == 0;
}

/// <summary>The cost of a roster, in the weights of its problem.</summary>
/// <param name="Shortage">People too few, times their weight.</param>
/// <param name="Surplus">People too many, times their weight.</param>
/// <param name="Wishes">Wishes that do not come true.</param>
public readonly record struct RosterCost(long Shortage, long Surplus, long Wishes)
{
    public long Total => Shortage + Surplus + Wishes;
}
