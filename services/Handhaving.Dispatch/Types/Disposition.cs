namespace Handhaving.Dispatch.Types;

/// <summary>An outcome (afloop) of an incident that can be recorded.</summary>
public sealed record Disposition(string Code, string DisplayName);
