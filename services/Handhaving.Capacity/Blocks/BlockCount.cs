namespace Handhaving.Capacity.Blocks;

/// <summary>What one block holds, in people.</summary>
/// <param name="Plannable">People that can be rostered in it (inplanbaar); 0 when nobody reported its strength.</param>
/// <param name="Waterline">Fewest that stay for basic care (waterlijn).</param>
public readonly record struct BlockCount(int Plannable, int Waterline, int Held, int Confirmed)
{
    /// <summary>Of those promised, the ones that a decision let go below the waterline.</summary>
    public int Waived { get; init; }

    /// <summary>What can still be promised; below zero only after a decision, or after strength dropped. What a decision waived is not free for others.</summary>
    public int Free => Plannable - Waterline - Promised;

    public int Promised => Held + Confirmed;

    /// <summary>The most that may be promised without a decision.</summary>
    public int Limit => Math.Max(0, Plannable - Waterline);

    /// <summary>People promised beyond what there is, or beyond the waterline and what decisions let go of it: a decision lets go of the waterline, never of people who are not there.</summary>
    public int Overdrawn => Math.Max(Math.Max(0, Promised - Plannable), Promised - Waived - Limit);

    /// <summary>People that are missing: promised beyond what there is, or fewer there than the waterline and what decisions let go of it, whether anybody is promised or not.</summary>
    public int Missing => Math.Max(Overdrawn, -Free - Waived);

    /// <summary>By how many the people that stay are fewer than the waterline.</summary>
    public int BelowWaterline => Math.Max(0, -Free);

    /// <summary>Whether an act may change it so: by giving back, where it stays free, or by a decision that waives and goes no further than there are people. The database asks the same.</summary>
    public bool Takes(BlockMove move)
    {
        var after = After(move);
        return (move.Promised <= move.Waived && move.Waived <= 0) || after.Free >= 0 || (move.Waived > 0 && after.Overdrawn == 0 && after.Promised <= Plannable);
    }

    public BlockCount After(BlockMove move) => this with { Held = Held + move.Held, Confirmed = Confirmed + move.Confirmed, Waived = Waived + move.Waived };

    /// <summary>What stands in the way of so many people more.</summary>
    public ShortageCause CauseFor(int count) =>
        count > Plannable ? ShortageCause.Strength : count > Plannable - Waterline ? ShortageCause.Waterline : ShortageCause.Competing;
}

/// <summary>What stands in the way of a promise.</summary>
public enum ShortageCause { StrengthUnknown = 1, Strength, Waterline, Competing }
