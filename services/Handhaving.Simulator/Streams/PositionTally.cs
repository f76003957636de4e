using System.Collections.Concurrent;

namespace Handhaving.Simulator.Streams;

/// <summary>What became of the positions sent.</summary>
public sealed class PositionTally
{
    private readonly ConcurrentDictionary<string, int> refused = new();
    private int accepted, reconnects;

    /// <summary>Positions the platform took.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>Positions it did not take, by reason.</summary>
    public IReadOnlyDictionary<string, int> Refused => refused;

    /// <summary>Streams opened again after a drop.</summary>
    public int Reconnects => Volatile.Read(ref reconnects);

    /// <summary>Positions were taken.</summary>
    public void Take(int count) => Interlocked.Add(ref accepted, count);

    /// <summary>A position was not taken.</summary>
    public void Refuse(string reason) => refused.AddOrUpdate(reason, 1, (_, count) => count + 1);

    /// <summary>A stream was opened again.</summary>
    public void Reconnect() => Interlocked.Increment(ref reconnects);
}
