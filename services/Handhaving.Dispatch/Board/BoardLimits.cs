namespace Handhaving.Dispatch.Board;

/// <summary>How far a screen may fall behind; section Board of the configuration.</summary>
public sealed record BoardLimits
{
    /// <summary>Changes that may wait for one screen.</summary>
    public int LongestQueue { get; init; } = 10_000;

    /// <summary>How long a reader may leave one message unread once the stream is full.</summary>
    public TimeSpan LongestWrite { get; init; } = TimeSpan.FromSeconds(30);
}
