namespace Handhaving.Capacity.Blocks;

/// <summary>What one case counts for in the blocks.</summary>
/// <param name="Held">Beyond what is confirmed.</param>
/// <param name="Waived">Of both together, what a decision let go below the waterline.</param>
public sealed record CaseCount(Claims Held, Claims Confirmed, Claims Waived)
{
    public Claims Promised => Held + Confirmed;

    public IEnumerable<(BlockKey Key, BlockMove Move)> Moves() =>
    [
        .. Held.ByBlock.Select(pair => (pair.Key, new BlockMove(pair.Value, 0, 0))),
        .. Confirmed.ByBlock.Select(pair => (pair.Key, new BlockMove(0, pair.Value, 0))),
        .. Waived.ByBlock.Select(pair => (pair.Key, new BlockMove(0, 0, pair.Value))),
    ];
}
