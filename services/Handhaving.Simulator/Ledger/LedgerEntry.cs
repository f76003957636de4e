namespace Handhaving.Simulator.Ledger;

/// <summary>How far an intention is.</summary>
public enum LedgerState
{
    /// <summary>Sent or about to be; no answer yet.</summary>
    Sent,

    /// <summary>A try failed without saying whether it took effect.</summary>
    InDoubt,

    /// <summary>Answered OK.</summary>
    Accepted,

    /// <summary>Answered with a definite no.</summary>
    Refused,
}

/// <summary>One intention and what became of it. Written by the one call that carries it.</summary>
public sealed class LedgerEntry(Intention intention, Effect? effect)
{
    private volatile LedgerState state;

    /// <summary>What was meant.</summary>
    public Intention Intention => intention;

    /// <summary>What it leaves behind when accepted; none when nothing that is checked.</summary>
    public IReadOnlyList<Effect> Effects => [.. new[] { effect, intention.Beside }.OfType<Effect>()];

    /// <summary>How far it is.</summary>
    public LedgerState State => state;

    /// <summary>True once a try failed without a definite answer, also when a later try resolved it.</summary>
    public bool WasInDoubt { get; private set; }

    /// <summary>Reason of the refusal.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What the accepted answer showed of the incident.</summary>
    public Change? Change { get; private set; }

    /// <summary>A try failed without a definite answer.</summary>
    public void Doubt()
    {
        WasInDoubt = true;
        state = LedgerState.InDoubt;
    }

    /// <summary>The platform answered OK.</summary>
    public void Accept(Change? change)
    {
        Change = change;
        state = LedgerState.Accepted;
    }

    /// <summary>The platform said no.</summary>
    public void Refuse(string reason)
    {
        Reason = reason;
        state = LedgerState.Refused;
    }
}
