namespace Handhaving.Capacity.Queueing;

/// <summary>The model behind a number; stands next to it wherever it is shown.</summary>
public enum QueueingModel
{
    ErlangB,
    ErlangC,
    SquareRootStaffing,
    Cobham,
    PreemptiveResume,
    ReserveCutoff,
    HypercubeExact,
    HypercubeApproximation,
    PatrolAllocation,
}
