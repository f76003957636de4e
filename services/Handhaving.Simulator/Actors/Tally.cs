using System.Collections.Concurrent;

namespace Handhaving.Simulator.Actors;

/// <summary>Running numbers of an evening, for its progress lines and its report.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> refusedFixes = new();
    private readonly ConcurrentQueue<string> broken = new();
    private int reported, closed, engaged, acceptedFixes, reconnects, gaps;

    /// <summary>Reports recorded.</summary>
    public int Reported => Volatile.Read(ref reported);

    /// <summary>Incidents closed.</summary>
    public int Closed => Volatile.Read(ref closed);

    /// <summary>Units with an offer or at work.</summary>
    public int Engaged => Volatile.Read(ref engaged);

    /// <summary>Positions the platform took.</summary>
    public int AcceptedFixes => Volatile.Read(ref acceptedFixes);

    /// <summary>Positions it did not take, by reason.</summary>
    public IReadOnlyDictionary<string, int> RefusedFixes => refusedFixes;

    /// <summary>Streams opened again after a drop.</summary>
    public int Reconnects => Volatile.Read(ref reconnects);

    /// <summary>Messages of the board whose sequence did not follow the one before.</summary>
    public int Gaps => Volatile.Read(ref gaps);

    /// <summary>Reports that were not played to their end, one line each.</summary>
    public IReadOnlyCollection<string> Broken => broken;

    /// <summary>A report was recorded.</summary>
    public void Open() => Interlocked.Increment(ref reported);

    /// <summary>An incident was closed.</summary>
    public void Close() => Interlocked.Increment(ref closed);

    /// <summary>A unit got an offer.</summary>
    public void Engage() => Interlocked.Increment(ref engaged);

    /// <summary>A unit is done with its offer.</summary>
    public void Release() => Interlocked.Decrement(ref engaged);

    /// <summary>A report could not be played to its end.</summary>
    public void Break(int report, string why) => broken.Enqueue($"report {report}: {why}");

    /// <summary>Positions were taken.</summary>
    public void TakeFixes(int count) => Interlocked.Add(ref acceptedFixes, count);

    /// <summary>A position was not taken.</summary>
    public void RefuseFix(string reason) => refusedFixes.AddOrUpdate(reason, 1, (_, count) => count + 1);

    /// <summary>A stream was opened again.</summary>
    public void Reconnect() => Interlocked.Increment(ref reconnects);

    /// <summary>The board skipped or repeated a message.</summary>
    public void Gap() => Interlocked.Increment(ref gaps);
}
