using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>When the duties of units should end, in order, apart for each kind of unit: of thousands few end while one of them would be on its way.</summary>
internal sealed class DutyEnds
{
    private readonly Dictionary<UnitKind, (DateTimeOffset[] Ends, int[] Places)> kinds;

    /// <param name="ends">Of units whose duty has an end, fitting or not, with their place in the index.</param>
    public DutyEnds(IEnumerable<(UnitKind Kind, DateTimeOffset End, int Place)> ends) =>
        kinds = ends.OrderBy(one => one.End).GroupBy(one => one.Kind).ToDictionary(kind => kind.Key, kind => (kind.Select(one => one.End).ToArray(), kind.Select(one => one.Place).ToArray()));

    public IEnumerable<UnitKind> Kinds => kinds.Keys;

    /// <summary>Places of units whose duty ends after one moment and not after another.</summary>
    public IEnumerable<int> Between(UnitKind kind, DateTimeOffset after, DateTimeOffset until)
    {
        if (!kinds.TryGetValue(kind, out var known)) yield break;
        for (var index = FirstAfter(known.Ends, after); index < known.Ends.Length && known.Ends[index] <= until; index++) yield return known.Places[index];
    }

    private static int FirstAfter(DateTimeOffset[] ends, DateTimeOffset moment)
    {
        var (low, high) = (0, ends.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ends[middle] > moment) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
