using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Conflicts;

namespace Handhaving.Capacity.Triangle;

/// <summary>Conflicts on the wire; enums have the same numbers there.</summary>
internal static class ConflictWire
{
    public static V1.Conflict ToWire(ListedConflict listed) => ToWire(listed.Conflict, listed.Open);

    public static V1.Conflict ToWire(ShownConflict shown)
    {
        var wire = ToWire(shown.Conflict, shown.Open);
        wire.Competing.AddRange(shown.Situation.Competing.Select(reservation => ToWire(reservation, shown.Situation.CountOf(reservation))));
        wire.Options.AddRange(shown.Options.Select(option => DecisionWire.ToWire(option.Choice, option.Effects)));
        return wire;
    }

    private static V1.Conflict ToWire(Conflict conflict, bool open) => new()
    {
        Name = conflict.Name.Value,
        Reservation = conflict.Asked?.Value ?? "",
        Shortages = { conflict.Shortages.Select(LedgerWire.ToWire) },
        RaisedBy = conflict.RaisedBy,
        RaiseTime = conflict.RaisedAt.ToTimestamp(),
        State = open ? V1.ConflictState.Open : V1.ConflictState.Ended,
    };

    private static V1.CompetingRequest ToWire(CapacityReservation reservation, int count) => new()
    {
        Reservation = reservation.Name.Value,
        CaseId = reservation.CaseId,
        CaseVersion = reservation.CaseVersion,
        State = (V1.ReservationState)reservation.State,
        CreateTime = reservation.CreatedAt.ToTimestamp(),
        Count = count,
    };
}
