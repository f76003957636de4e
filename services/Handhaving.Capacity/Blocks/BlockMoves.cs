namespace Handhaving.Capacity.Blocks;

/// <summary>What an act changes in the counts of blocks.</summary>
public sealed class BlockMoves
{
    private readonly SortedDictionary<BlockKey, (int Held, int Confirmed)> byBlock = new(BlockKey.InOrder);

    /// <summary>In the order in which blocks are locked; those that stay as they are left out.</summary>
    public IReadOnlyList<(BlockKey Key, int Held, int Confirmed)> All => [.. byBlock.Where(pair => pair.Value != default).Select(pair => (pair.Key, pair.Value.Held, pair.Value.Confirmed))];

    public BlockMoves Hold(Claims claims) => Add(claims, 1, 0);

    public BlockMoves Unhold(Claims claims) => Add(claims, -1, 0);

    public BlockMoves Confirm(Claims claims) => Add(claims, 0, 1);

    public BlockMoves Unconfirm(Claims claims) => Add(claims, 0, -1);

    private BlockMoves Add(Claims claims, int held, int confirmed)
    {
        foreach (var (key, count) in claims.ByBlock)
        {
            var before = byBlock.GetValueOrDefault(key);
            byBlock[key] = (before.Held + held * count, before.Confirmed + confirmed * count);
        }
        return this;
    }
}
