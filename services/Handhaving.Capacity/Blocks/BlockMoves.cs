namespace Handhaving.Capacity.Blocks;

/// <summary>What an act changes in the counts of blocks.</summary>
public sealed class BlockMoves
{
    private readonly SortedDictionary<BlockKey, BlockMove> byBlock = new(BlockKey.InOrder);

    /// <summary>In the order in which blocks are locked; those that stay as they are left out.</summary>
    public IReadOnlyList<(BlockKey Key, BlockMove Move)> All => [.. byBlock.Where(pair => pair.Value != default).Select(pair => (pair.Key, pair.Value))];

    /// <summary>From what a case claimed to what it claims now.</summary>
    public static BlockMoves Between(CaseCount before, CaseCount after)
    {
        var moves = new BlockMoves();
        foreach (var (key, move) in after.Moves()) moves.Add(key, move);
        foreach (var (key, move) in before.Moves()) moves.Add(key, -move);
        return moves;
    }

    /// <summary>Several acts as one.</summary>
    public static BlockMoves Sum(IEnumerable<BlockMoves> parts)
    {
        var moves = new BlockMoves();
        foreach (var (key, move) in parts.SelectMany(part => part.byBlock)) moves.Add(key, move);
        return moves;
    }

    private void Add(BlockKey key, BlockMove move) => byBlock[key] = byBlock.GetValueOrDefault(key) + move;
}
