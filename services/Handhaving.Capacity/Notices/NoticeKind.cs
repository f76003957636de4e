namespace Handhaving.Capacity.Notices;

/// <summary>What a planner is told of.</summary>
public enum NoticeKind
{
    CapacityDropped = 1,
    ConflictRaised,
    TriangleDecided,
    WaterlineChanged,
    CompetenceExpiring,
    RestShort,
    LoanWithdrawn,
    ReservationHeld,
    ReservationConfirmed,
    ReservationRejected,
    ReservationExpired,
    ReservationReleased,
    ReservationAwaitsDecision,
    ReservationPartlyConfirmed,
    ReservationDisplaced,
}
