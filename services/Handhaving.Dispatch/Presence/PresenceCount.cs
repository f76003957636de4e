using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Presence;

/// <summary>Units in a district at a moment.</summary>
/// <param name="Municipality">Code.</param>
/// <param name="Area">Code of the district; the municipality's where none is known.</param>
public sealed record PresenceCount(string Municipality, string Area, int Boa, int Police)
{
    /// <summary>Counts units by the district in which they are; one without a fresh position is nowhere.</summary>
    public static IReadOnlyList<PresenceCount> Of(IEnumerable<KeyValuePair<UnitName, Fix>> positions, AreaMap areas, TimeSpan fresh, DateTimeOffset now)
    {
        Dictionary<string, PresenceCount> counts = [];
        foreach (var (unit, fix) in positions)
        {
            if (now - fix.At >= fresh || areas.Locate(fix.Point)?.Path is not { } path) continue;
            var area = path.District ?? path.Municipality;
            var before = counts.GetValueOrDefault(area, new(path.Municipality, area, 0, 0));
            counts[area] = unit.IsPolice ? before with { Police = before.Police + 1 } : before with { Boa = before.Boa + 1 };
        }
        return [.. counts.Values];
    }
}
