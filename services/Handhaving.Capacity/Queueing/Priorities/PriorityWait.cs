namespace Handhaving.Capacity.Queueing.Priorities;

/// <summary>Mean wait of one priority, until its service starts and while it is interrupted.</summary>
/// <param name="Outcome">Whether there is a number.</param>
/// <param name="MeanWaitSeconds">Only of a known wait.</param>
public sealed record PriorityWait(PriorityWaitOutcome Outcome, double? MeanWaitSeconds)
{
    internal static PriorityWait Known(double seconds) => new(PriorityWaitOutcome.Known, seconds);

    internal static PriorityWait Without(PriorityWaitOutcome outcome) => new(outcome, null);
}

/// <summary>Whether the wait of a priority can be named.</summary>
public enum PriorityWaitOutcome
{
    Known,

    /// <summary>Unstable in total: this priority's wait stays finite, but the formula does not hold for it.</summary>
    UnstableBelow,

    /// <summary>Unstable: this priority and those above it are more work than the units can do.</summary>
    Unstable,
}
