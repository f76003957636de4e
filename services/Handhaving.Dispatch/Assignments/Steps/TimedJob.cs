namespace Handhaving.Dispatch.Assignments.Steps;

/// <summary>The assignment that a step is about, and when the step was taken.</summary>
/// <param name="OccurTime">As it was told; null = now.</param>
public readonly record struct TimedJob(AssignmentName Name, DateTimeOffset? OccurTime)
{
    /// <summary>What the unit says with the step; null for nothing.</summary>
    public string? Text { get; init; }
}
