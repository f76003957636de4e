namespace Handhaving.Capacity.Blocks;

/// <summary>What one block holds, in people.</summary>
/// <param name="Plannable">People that can be rostered in it (inplanbaar); 0 when nobody reported its strength.</param>
/// <param name="Waterline">Fewest that stay for basic care (waterlijn).</param>
public readonly record struct BlockCount(int Plannable, int Waterline, int Held, int Confirmed)
{
    /// <summary>What can still be promised; below zero only after strength dropped.</summary>
    public int Free => Plannable - Waterline - Held - Confirmed;

    /// <summary>What stands in the way of so many people more.</summary>
    public ShortageCause CauseFor(int count) =>
        count > Plannable ? ShortageCause.Strength : count > Plannable - Waterline ? ShortageCause.Waterline : ShortageCause.Competing;
}

/// <summary>What stands in the way of a promise.</summary>
public enum ShortageCause { StrengthUnknown = 1, Strength, Waterline, Competing }
