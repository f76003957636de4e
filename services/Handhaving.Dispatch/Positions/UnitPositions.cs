using System.Collections.Concurrent;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Positions;

/// <summary>The last position of each unit, in memory of this process; the other replicas hear of it through Redis, and nothing here is truth.</summary>
public sealed class UnitPositions
{
    private readonly ConcurrentDictionary<UnitName, Fix> last = new();

    /// <summary>Raised for each position that moved a unit, whichever replica took it.</summary>
    public event Action<UnitName, Fix>? Moved;

    public Fix? LastOf(UnitName unit) => last.GetValueOrDefault(unit);

    public IReadOnlyCollection<KeyValuePair<UnitName, Fix>> All => [.. last];

    /// <summary>Takes a position when it is newer than the last.</summary>
    public bool Take(UnitName unit, Fix fix)
    {
        while (true)
        {
            if (!last.TryGetValue(unit, out var known))
            {
                if (last.TryAdd(unit, fix)) break;
            }
            else if (fix.At <= known.At) return false;
            else if (last.TryUpdate(unit, fix, known)) break;
        }
        Moved?.Invoke(unit, fix);
        return true;
    }

    /// <summary>A unit off duty has no position: nobody is followed after work.</summary>
    public void Forget(UnitName unit) => last.TryRemove(unit, out _);
}
