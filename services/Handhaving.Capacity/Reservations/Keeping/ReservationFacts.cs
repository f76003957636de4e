using Handhaving.Events.Capacity;

namespace Handhaving.Capacity.Reservations.Keeping;

/// <summary>The fact that a change of a reservation is.</summary>
internal static class ReservationFacts
{
    public static ICapacityFact Of(CapacityReservation reservation)
    {
        var (name, owner, caseId, version, at) = (reservation.Name.Value, reservation.Name.Municipality, reservation.CaseId, reservation.Version, reservation.UpdatedAt);
        string Decision() => reservation.Decision?.Value ?? "";
        return reservation.State switch
        {
            ReservationState.Held => new ReservationHeld(name, owner, caseId, reservation.CaseVersion, reservation.HoldUntil ?? at, reservation.Lines.Sum(line => line.Count - line.Given), version, at),
            ReservationState.Confirmed => new ReservationConfirmed(name, owner, caseId, reservation.CaseVersion, version, at),
            ReservationState.Rejected => new ReservationRejected(name, owner, caseId, reservation.CaseVersion, version, at),
            ReservationState.Expired => new ReservationExpired(name, owner, caseId, reservation.CaseVersion, version, at),
            ReservationState.Released => new ReservationReleased(name, owner, caseId, reservation.CaseVersion, version, at),
            ReservationState.InConflict => new ReservationAwaitsDecision(name, owner, caseId, reservation.CaseVersion, reservation.HoldUntil ?? at, version, at),
            ReservationState.Partial => new ReservationPartlyConfirmed(name, owner, caseId, reservation.CaseVersion, Decision(), version, at),
            ReservationState.Displaced => new ReservationDisplaced(name, owner, caseId, reservation.CaseVersion, Decision(), version, at),
            _ => throw new ArgumentOutOfRangeException(nameof(reservation), reservation.State, null),
        };
    }
}
