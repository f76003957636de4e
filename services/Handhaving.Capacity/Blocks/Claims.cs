namespace Handhaving.Capacity.Blocks;

/// <summary>People claimed, by block; an absent block claims nobody.</summary>
public sealed class Claims
{
    private readonly Dictionary<BlockKey, int> byBlock = [];

    public static Claims None { get; } = new();

    public IReadOnlyDictionary<BlockKey, int> ByBlock => byBlock;

    public int this[BlockKey key] => byBlock.GetValueOrDefault(key);

    public static Claims Of(IEnumerable<(BlockKey Key, int Count)> counts)
    {
        var claims = new Claims();
        foreach (var (key, count) in counts) claims.byBlock[key] = claims[key] + count;
        return claims;
    }

    public static Claims operator +(Claims left, Claims right) => Of([.. left.Pairs(), .. right.Pairs()]);

    /// <summary>The most that either claims, block by block.</summary>
    public Claims Max(Claims other) => other + Beyond(other);

    /// <summary>As far as another claims as well, block by block.</summary>
    public Claims Within(Claims other) => Of(Pairs().Select(pair => (pair.Key, Math.Min(pair.Count, other[pair.Key]))).Where(pair => pair.Item2 > 0));

    /// <summary>What this claims beyond another, block by block, never below nobody.</summary>
    public Claims Beyond(Claims other) => Of(Pairs().Select(pair => (pair.Key, Math.Max(0, pair.Count - other[pair.Key]))).Where(pair => pair.Item2 > 0));

    /// <summary>Of what was let go, what stays so when claims change: giving back fills up the waterline first.</summary>
    public Claims LeftAfter(Claims before, Claims after) => Of(Pairs().Select(pair => (pair.Key, pair.Count - Math.Max(0, before[pair.Key] - after[pair.Key]))).Where(pair => pair.Item2 > 0));

    private IEnumerable<(BlockKey Key, int Count)> Pairs() => byBlock.Select(pair => (pair.Key, pair.Value));
}
