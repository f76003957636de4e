using Handhaving.Capacity.Blocks;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations.Lines;

/// <summary>Finds for each line an owner that has all its people free in all its blocks. The lines of one request take from each other.</summary>
public static class Allocation
{
    private const int MostShortages = 20;

    /// <param name="counts">The blocks as they are; one that is missing has nobody.</param>
    /// <param name="given">What the case itself claims there already, and may keep where others are short.</param>
    public static IReadOnlyList<DeploymentLine> Of(IReadOnlyList<DeploymentLine> lines, IReadOnlyDictionary<BlockKey, BlockCount> counts, Claims given)
    {
        Dictionary<BlockKey, int> taken = [];
        List<DeploymentLine> allotted = [];
        foreach (var line in lines)
        {
            List<Shortage> shortages = [];
            TenantId? granted = null;
            foreach (var owner in line.Owners)
            {
                var missing = MissingOf(line, owner, counts, given, taken);
                if (missing.Count > 0)
                {
                    shortages.AddRange(missing);
                    continue;
                }
                foreach (var key in line.KeysAt(owner)) taken[key] = taken.GetValueOrDefault(key) + line.Count;
                granted = owner;
                break;
            }
            allotted.Add(line with { GrantedBy = granted, Shortages = granted is null ? [.. shortages.Take(MostShortages)] : [] });
        }
        return allotted;
    }

    /// <summary>Holds for lines that wait what is free in each of their blocks, after what the other lines take.</summary>
    public static IReadOnlyList<DeploymentLine> Kept(IReadOnlyList<DeploymentLine> lines, IReadOnlyDictionary<BlockKey, BlockCount> counts, Claims given)
    {
        var taken = Claims.Of(lines.SelectMany(line => line.Claims()));
        List<DeploymentLine> kept = [];
        foreach (var line in lines)
        {
            var found = line.Awaits is { } owner ? Claims.Of(line.KeysAt(owner).Select(key => (key, Math.Clamp(Math.Max(0, counts.GetValueOrDefault(key).Free) + given[key] - taken[key], 0, line.Count)))) : Claims.None;
            taken += found;
            kept.Add(line with { Kept = Stretch.Of(found) });
        }
        return kept;
    }

    private static IReadOnlyList<Shortage> MissingOf(DeploymentLine line, TenantId owner, IReadOnlyDictionary<BlockKey, BlockCount> counts, Claims given, Dictionary<BlockKey, int> taken) =>
        Shortage.Of(
            from key in line.KeysAt(owner)
            let count = counts.GetValueOrDefault(key)
            let wanted = taken.GetValueOrDefault(key) + line.Count
            let missing = wanted - Math.Max(0, count.Free) - given[key]
            where missing > 0
            select (key, missing, counts.ContainsKey(key) ? count.CauseFor(wanted) : ShortageCause.StrengthUnknown));
}
