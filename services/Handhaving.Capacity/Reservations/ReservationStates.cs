namespace Handhaving.Capacity.Reservations;

/// <summary>What states are called in sentences.</summary>
internal static class ReservationStates
{
    public static string WireNameOf(ReservationState state) => state is ReservationState.InConflict ? "IN_CONFLICT" : state.ToString().ToUpperInvariant();

    public static string DutchLabelOf(ReservationState state) => state switch
    {
        ReservationState.Held => "voorlopig",
        ReservationState.Confirmed => "bevestigd",
        ReservationState.Rejected => "afgewezen",
        ReservationState.Expired => "verlopen",
        ReservationState.Released => "vrijgegeven",
        ReservationState.InConflict => "in conflict",
        ReservationState.Partial => "gedeeltelijk bevestigd",
        ReservationState.Displaced => "verdrongen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
