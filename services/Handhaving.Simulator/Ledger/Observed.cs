namespace Handhaving.Simulator.Ledger;

/// <summary>What the platform shows after the run, read through the gateway.</summary>
public sealed record Observed
{
    /// <summary>How often each effect of ours is visible.</summary>
    public required IReadOnlyDictionary<Effect, int> Effects { get; init; }

    /// <summary>How new each incident was when the board showed it last; the end of time when it left the board.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> Board { get; init; }

    /// <summary>Units that were on two incidents at once, one line each.</summary>
    public IReadOnlyList<string> DoubleBookings { get; init; } = [];
}
