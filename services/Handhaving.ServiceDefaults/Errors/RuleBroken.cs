namespace Handhaving.ServiceDefaults.Errors;

/// <summary>An act broke a rule; nothing was written.</summary>
public sealed class RuleBroken(Rule rule, IReadOnlyDictionary<string, string> metadata) : Exception(rule.Reason)
{
    public RuleBroken(Rule rule) : this(rule, new Dictionary<string, string>()) { }

    public Rule Rule { get; } = rule;

    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata;

    /// <summary>Fields of the request that are wrong, when the rule is about its form.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; init; } = [];

    /// <summary>What of the request was not looked at; null = all was.</summary>
    public UncheckedValues? Unchecked { get; init; }

    /// <summary>What to say instead of the rule's own sentences, where those would name what its caller may not read; null = those.</summary>
    public Sentences? Told { get; init; }

    /// <summary>When asking again makes sense; null = it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>One thing said for developers and, in Dutch, for users; <c>{key}</c> is filled from the metadata.</summary>
public sealed record Sentences(string English, string Dutch);

/// <summary>One wrong field: its path, the reason, and a sentence for developers.</summary>
public sealed record FieldViolation(string Field, string Reason, string Description);

/// <summary>Fields and items that were passed over because enough is wrong already, and the path of the first.</summary>
public sealed record UncheckedValues(string Path, int Count);
