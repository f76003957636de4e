namespace Handhaving.Simulator.Ledger;

/// <summary>Outcome of a run: the ledger held against what the platform shows.</summary>
public sealed record Verdict
{
    /// <summary>Intentions sent.</summary>
    public required int Sent { get; init; }

    /// <summary>Answered OK.</summary>
    public required int Accepted { get; init; }

    /// <summary>Answered with a definite no, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Refused { get; init; }

    /// <summary>Answered OK but absent.</summary>
    public required int Lost { get; init; }

    /// <summary>Visible more often than it was accepted, and units on two incidents at once.</summary>
    public required int Doubled { get; init; }

    /// <summary>Never answered, however often asked.</summary>
    public required int InDoubt { get; init; }

    /// <summary>Without an answer at first, then resolved by repeating the call with the same request_id.</summary>
    public required int Resolved { get; init; }

    /// <summary>Accepted changes that the board never showed.</summary>
    public required int Unseen { get; init; }

    /// <summary>What was accepted and is visible, by kind.</summary>
    public IReadOnlyList<KeptEffects> Kept { get; init; } = [];

    /// <summary>One line per thing that is wrong.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>True when nothing was lost, doubled, left in doubt or unseen.</summary>
    public bool Holds => Lost == 0 && Doubled == 0 && InDoubt == 0 && Unseen == 0;
}
