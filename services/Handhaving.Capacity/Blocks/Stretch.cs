using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Blocks;

/// <summary>Neighbouring blocks with the same number of people.</summary>
public sealed record Stretch(TenantId Owner, string Function, Interval Interval, int Count)
{
    /// <summary>Joins blocks that follow each other with the same number; those with nobody are left out.</summary>
    public static IReadOnlyList<Stretch> Of(Claims claims)
    {
        List<Stretch> found = [];
        foreach (var (key, count) in claims.ByBlock.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key, BlockKey.InOrder))
        {
            if (found is [.., var last] && last.Owner == key.Owner && last.Function == key.Function && last.Count == count && last.Interval.End == key.Start)
                found[^1] = last with { Interval = last.Interval with { End = key.Start + Interval.Block } };
            else
                found.Add(new(key.Owner, key.Function, new(key.Start, key.Start + Interval.Block), count));
        }
        return found;
    }

    public IEnumerable<(BlockKey Key, int Count)> Blocks()
    {
        var (owner, function, count) = (Owner, Function, Count);
        return Interval.Blocks().Select(start => (new BlockKey(owner, function, start), count));
    }
}
