namespace Handhaving.Dispatch.Types;

/// <summary>An outcome (afloop) of an incident that can be recorded.</summary>
public sealed record Disposition(string Code, string DisplayName)
{
    /// <summary>Its name in English; null where nobody gave one.</summary>
    public string? EnglishDisplayName { get; init; }
}
