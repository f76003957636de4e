using System.Collections.Concurrent;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Positions;

/// <summary>The last position of each unit, in memory of this process; the other replicas hear of it through Redis, and nothing here is truth.</summary>
/// <param name="staleAfter">Age from which a position is shown as stale.</param>
public sealed class UnitPositions(TimeSpan staleAfter)
{
    private readonly ConcurrentDictionary<UnitName, DateTimeOffset> toldStale = new();
    private readonly ConcurrentDictionary<UnitName, Fix> last = new();
    private readonly ConcurrentDictionary<UnitName, bool> offDuty = new();

    /// <summary>Raised for each position that moved a unit, whichever replica took it.</summary>
    public event Action<UnitName, Fix>? Moved;

    /// <summary>Raised once for each position that turned stale.</summary>
    public event Action<UnitName, Fix>? TurnedStale;

    public TimeSpan StaleAfter => staleAfter;

    public bool IsStale(Fix fix, DateTimeOffset now) => now - fix.At >= staleAfter;

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

    /// <summary>Whether a unit went off duty here and did not come back: what still comes of it is told to no screen.</summary>
    public bool IsOffDuty(UnitName unit) => offDuty.ContainsKey(unit);

    public void SignOff(UnitName unit)
    {
        offDuty[unit] = true; // first: a position that comes in between is not told either
        Forget(unit);
    }

    /// <summary>A unit is on duty again: what came of it before that is forgotten.</summary>
    public void SignOn(UnitName unit, DateTimeOffset at)
    {
        if (last.TryGetValue(unit, out var fix) && FixRules.OfThisDuty(fix, at) is null) last.TryRemove(new(unit, fix));
        offDuty.TryRemove(unit, out _);
    }

    /// <summary>A unit off duty has no position: nobody is followed after work.</summary>
    public void Forget(UnitName unit)
    {
        last.TryRemove(unit, out _);
        toldStale.TryRemove(unit, out _);
    }

    /// <summary>Tells of the positions that turned stale since the last sweep.</summary>
    public void SweepStale(DateTimeOffset now)
    {
        foreach (var (unit, fix) in last)
        {
            if (!IsStale(fix, now) || (toldStale.TryGetValue(unit, out var told) && told == fix.At)) continue;
            toldStale[unit] = fix.At;
            TurnedStale?.Invoke(unit, fix);
        }
    }
}
