namespace Handhaving.Gateway.Limits;

/// <summary>How long and how large a call may be; section Calls of the configuration.</summary>
public sealed record CallLimits
{
    /// <summary>Longest time of a unary call, whatever deadline the caller sets.</summary>
    public TimeSpan UnaryLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stream may be silent in both directions; well above the heartbeat.</summary>
    public TimeSpan StreamSilence { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long streams may take to end when the gateway stops, before connections are closed under them.</summary>
    public TimeSpan StreamEndLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the clients of ended streams have to read why, before their connections are closed.</summary>
    public TimeSpan StreamStatusTime { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a caller may take for the first message of a stream that it opened.</summary>
    public TimeSpan FirstMessageLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a caller may leave a complete answer, or the end of a stream, untaken.</summary>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time to open a connection to a replica.</summary>
    public TimeSpan ConnectLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Largest message of a caller, in bytes.</summary>
    public int MessageBytes { get; init; } = 256 * 1024;
}
