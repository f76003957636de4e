using System.Collections.Concurrent;

namespace Handhaving.Simulator.Streams;

/// <summary>What became of the positions sent.</summary>
public sealed class PositionTally
{
    private readonly ConcurrentDictionary<string, int> refused = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> newest = new();
    private int accepted, reconnects;

    /// <summary>Positions the platform took.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>Positions it did not take, by reason.</summary>
    public IReadOnlyDictionary<string, int> Refused => refused;

    /// <summary>Streams opened again after a drop.</summary>
    public int Reconnects => Volatile.Read(ref reconnects);

    /// <summary>When the newest position of a unit that was taken was measured; null when none was.</summary>
    public DateTimeOffset? NewestOf(string unit) => newest.TryGetValue(unit, out var at) ? at : null;

    /// <summary>A position was taken.</summary>
    public void Take(string unit, DateTimeOffset measuredAt)
    {
        Interlocked.Increment(ref accepted);
        newest.AddOrUpdate(unit, measuredAt, (_, before) => measuredAt > before ? measuredAt : before);
    }

    /// <summary>A position was not taken.</summary>
    public void Refuse(string reason) => refused.AddOrUpdate(reason, 1, (_, count) => count + 1);

    /// <summary>A stream was opened again.</summary>
    public void Reconnect() => Interlocked.Increment(ref reconnects);
}
