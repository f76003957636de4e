namespace Handhaving.ServiceDefaults.Errors;

/// <summary>A named rule that an act may break: its reason in the contract, the kind of failure, and what to say in Dutch (B1) about it.</summary>
/// <param name="Reason">UPPER_SNAKE, at most 63 characters, never renamed (AIP-193).</param>
/// <param name="Outcome">How a caller should look at it.</param>
/// <param name="English">Text for developers; <c>{key}</c> is filled from the metadata.</param>
/// <param name="Dutch">What happened and what to do now, for users; <c>{key}</c> is filled from the metadata.</param>
public sealed record Rule(string Reason, RuleOutcome Outcome, string English, string Dutch)
{
    public void Require(bool holds)
    {
        if (!holds) throw new RuleBroken(this);
    }

    public void Require(bool holds, params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        if (!holds) throw Broken(metadata);
    }

    public RuleBroken Broken(params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in metadata) values[key] = value;
        return new RuleBroken(this, values);
    }
}

/// <summary>The kind of failure; each maps to exactly one status of the error table.</summary>
public enum RuleOutcome
{
    Invalid,
    Unauthenticated,
    Denied,
    NotFound,
    AlreadyExists,
    Precondition,
    Conflict,
    OutOfRange,
    Exhausted,
    DeadlineExceeded,
    Cancelled,
    Unavailable,
    Unimplemented,
    Internal,
}
