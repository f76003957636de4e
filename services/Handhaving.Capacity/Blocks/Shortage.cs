using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Blocks;

/// <summary>A stretch of neighbouring blocks in which people are missing for one cause.</summary>
/// <param name="Missing">The most that are missing in one block.</param>
public sealed record Shortage(TenantId Owner, string Function, Interval Interval, int Missing, ShortageCause Cause)
{
    /// <summary>Joins blocks that follow each other and lack people for the same cause.</summary>
    /// <param name="blocks">In the order of their keys.</param>
    public static IReadOnlyList<Shortage> Of(IEnumerable<(BlockKey Key, int Missing, ShortageCause Cause)> blocks)
    {
        List<Shortage> found = [];
        foreach (var (key, missing, cause) in blocks)
        {
            if (found is [.., var last] && last.Owner == key.Owner && last.Function == key.Function && last.Cause == cause && last.Interval.End == key.Start)
                found[^1] = last with { Interval = last.Interval with { End = key.Start + Interval.Block }, Missing = Math.Max(last.Missing, missing) };
            else
                found.Add(new(key.Owner, key.Function, new(key.Start, key.Start + Interval.Block), missing, cause));
        }
        return found;
    }
}
