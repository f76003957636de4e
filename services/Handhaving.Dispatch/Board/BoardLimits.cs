namespace Handhaving.Dispatch.Board;

/// <summary>How far a screen may fall behind; section Board of the configuration.</summary>
public sealed record BoardLimits
{
    /// <summary>Changes that may wait for one screen.</summary>
    public int LongestQueue { get; init; } = 10_000;

    /// <summary>How long a reader may leave one message unread once the stream is full.</summary>
    public TimeSpan LongestWrite { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Screens that are brought up to date at the same time: so many by a snapshot, and so many that resume, which take as many of the relay's eight connections.</summary>
    public int OpeningsAtOnce { get; init; } = 2;
}
