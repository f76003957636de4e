namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>What may be asked of a team in an hour.</summary>
public enum PatrolTarget
{
    /// <summary>The units can do the work at all; always asked.</summary>
    Stable,
    Utilisation,
    ProbabilityWait,
    WaitOfPriority,
    MeanTravel,
    MeanResponse,
    Passes,
    PatrolShare,
}
