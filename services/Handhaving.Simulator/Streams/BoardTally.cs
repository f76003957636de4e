namespace Handhaving.Simulator.Streams;

/// <summary>What all desks together saw go wrong with their boards.</summary>
public sealed class BoardTally
{
    private int reconnects, gaps, repeats, resyncs;

    /// <summary>Streams opened again after a drop.</summary>
    public int Reconnects => Volatile.Read(ref reconnects);

    /// <summary>Messages that skipped a number of their stream.</summary>
    public int Gaps => Volatile.Read(ref gaps);

    /// <summary>Messages that repeated a number of their stream, and changes that were shown twice.</summary>
    public int Repeats => Volatile.Read(ref repeats);

    /// <summary>Snapshots that a desk was sent again because it fell behind or its token was too old.</summary>
    public int Resyncs => Volatile.Read(ref resyncs);

    /// <summary>A stream was opened again.</summary>
    public void Reconnect() => Interlocked.Increment(ref reconnects);

    /// <summary>A number was skipped.</summary>
    public void Gap() => Interlocked.Increment(ref gaps);

    /// <summary>A message or a change came twice.</summary>
    public void Repeat() => Interlocked.Increment(ref repeats);

    /// <summary>A desk had to begin anew.</summary>
    public void Resync() => Interlocked.Increment(ref resyncs);
}
