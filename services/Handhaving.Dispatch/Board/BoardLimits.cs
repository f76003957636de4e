namespace Handhaving.Dispatch.Board;

/// <summary>How far a screen may fall behind; section Board of the configuration.</summary>
public sealed record BoardLimits
{
    /// <summary>Changes that may wait for one screen.</summary>
    public int LongestQueue { get; init; } = 10_000;

    /// <summary>How long a reader may leave one message unread once the stream is full.</summary>
    public TimeSpan LongestWrite { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Screens that are sent a snapshot at the same time: that is processor time, and commands need the other half of it.</summary>
    public int SnapshotsAtOnce { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary>Screens that resume at the same time, which take as many of the relay's eight connections.</summary>
    public int ResumesAtOnce { get; init; } = 3;
}
