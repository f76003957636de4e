using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Ledger;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Reservations;

/// <summary>An act on a case: the reservations that it made or changed, the one it is about first, and what that changes in the blocks.</summary>
public sealed record CaseChange(IReadOnlyList<CapacityReservation> Changed, BlockMoves Moves)
{
    public CapacityReservation About => Changed[0];
}

/// <summary>Who acts and when.</summary>
public sealed record CaseAct(string By, DateTimeOffset At);

/// <summary>What one case claims: the reservations of its versions, of which at most one is confirmed and at most one held. The held one is a later version; it counts in the blocks only for
/// what it claims beyond the confirmed one, for it will take its place.</summary>
public sealed class DeploymentCase(IReadOnlyList<CapacityReservation> versions)
{
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(90);

    private CapacityReservation? ConfirmedOne => versions.SingleOrDefault(version => version.State is ReservationState.Confirmed);

    private CapacityReservation? HeldOne => versions.SingleOrDefault(version => version.State is ReservationState.Held);

    private Claims Confirmed => ConfirmedOne?.Claims() ?? Claims.None;

    private Claims CountedHold => HeldOne?.Claims().Beyond(Confirmed) ?? Claims.None;

    /// <summary>Blocks that an act may touch, beside those of what is asked anew.</summary>
    public IEnumerable<BlockKey> Blocks => Confirmed.ByBlock.Keys.Concat(HeldOne?.Claims().ByBlock.Keys ?? []);

    /// <summary>Asks for people: held, all lines or none.</summary>
    public CaseChange Request(CapacityReservation asked, IReadOnlyDictionary<BlockKey, BlockCount> counts, TimeSpan hold, CaseAct act)
    {
        RequireLength(hold);
        var latest = versions.Select(version => version.CaseVersion).DefaultIfEmpty().Max();
        ReservationRules.CaseVersionNew.Require(asked.CaseVersion > latest, ("latest", $"{latest}"));
        var lines = Allocation.Of(asked.Lines, counts, Confirmed + CountedHold);
        if (lines.Any(line => line.GrantedBy is null)) return new([asked with { Lines = [.. lines.Select(line => line with { GrantedBy = null })], State = ReservationState.Rejected }], new());
        var held = asked with { Lines = lines, State = ReservationState.Held, HoldUntil = act.At + hold };
        var moves = new BlockMoves().Unhold(CountedHold).Hold(held.Claims().Beyond(Confirmed));
        return new([held, .. HeldOne is { } former ? [Release(former, $"versie {asked.CaseVersion}", act)] : Array.Empty<CapacityReservation>()], moves);
    }

    /// <summary>Makes the hold a promise; a former version that was confirmed makes place.</summary>
    public CaseChange Confirm(ReservationName name, string etag, CaseAct act)
    {
        var held = LiveHold(name, etag, act);
        var moves = new BlockMoves().Unhold(CountedHold).Unconfirm(Confirmed).Confirm(held.Claims());
        var confirmed = Next(held, act) with { State = ReservationState.Confirmed };
        return new([confirmed, .. ConfirmedOne is { } former ? [Release(former, $"versie {held.CaseVersion}", act)] : Array.Empty<CapacityReservation>()], moves);
    }

    public CaseChange Extend(ReservationName name, DateTimeOffset until, string etag, CaseAct act)
    {
        var held = LiveHold(name, etag, act);
        ReservationRules.HoldLongEnough.Require(until > held.HoldUntil);
        RequireLength(until - act.At);
        return new([Next(held, act) with { HoldUntil = until }], new());
    }

    /// <summary>Gives back what is held or confirmed.</summary>
    public CaseChange Release(ReservationName name, string reason, string etag, CaseAct act)
    {
        var reservation = Find(name, etag);
        ReservationRules.Live.Require(reservation.IsLive, StateOf(reservation));
        if (reservation == HeldOne) return new([Release(reservation, reason, act)], new BlockMoves().Unhold(CountedHold));
        ReservationRules.NoLaterHold.Require(HeldOne is null, ("later", $"{HeldOne?.CaseVersion}"));
        return new([Release(reservation, reason, act)], new BlockMoves().Unconfirm(Confirmed));
    }

    /// <summary>Ends the hold whose time is over; null when it was confirmed, extended or released just before.</summary>
    public CaseChange? Expire(ReservationName name, CaseAct act) =>
        HeldOne is { } held && held.Name == name && held.HoldUntil <= act.At ? new([Next(held, act) with { State = ReservationState.Expired }], new BlockMoves().Unhold(CountedHold)) : null;

    private CapacityReservation LiveHold(ReservationName name, string etag, CaseAct act)
    {
        var reservation = Find(name, etag);
        ReservationRules.HoldLives.Require(reservation.State is not ReservationState.Expired && (reservation.State is not ReservationState.Held || reservation.HoldUntil > act.At), ("until", $"{reservation.HoldUntil:O}"));
        ReservationRules.Held.Require(reservation.State is ReservationState.Held, StateOf(reservation));
        return reservation;
    }

    // What became of it is said before that it became something: a caller with an old version learns more from it.
    private CapacityReservation Find(ReservationName name, string etag)
    {
        var reservation = versions.SingleOrDefault(version => version.Name == name) ?? throw new NotFound(name.Value);
        if (reservation.IsLive) Reasons.EtagMismatch.Require(reservation.Etag == etag, ("name", name.Value));
        return reservation;
    }

    private static CapacityReservation Release(CapacityReservation reservation, string reason, CaseAct act) => Next(reservation, act) with { State = ReservationState.Released, ReleaseReason = reason };

    private static CapacityReservation Next(CapacityReservation reservation, CaseAct act) => reservation with { UpdatedAt = act.At, UpdatedBy = act.By, Version = reservation.Version + 1 };

    private static void RequireLength(TimeSpan hold)
    {
        ReservationRules.HoldLongEnough.Require(hold >= ShortestHold);
        ReservationRules.HoldShortEnough.Require(hold <= LongestHold);
    }

    private static (string, string)[] StateOf(CapacityReservation reservation) =>
        [("state", reservation.State.ToString().ToUpperInvariant()), ("stateLabel", reservation.State switch
        {
            ReservationState.Held => "voorlopig",
            ReservationState.Confirmed => "bevestigd",
            ReservationState.Rejected => "afgewezen",
            ReservationState.Expired => "verlopen",
            ReservationState.Released => "vrijgegeven",
            _ => throw new ArgumentOutOfRangeException(nameof(reservation), reservation.State, null),
        })];
}
