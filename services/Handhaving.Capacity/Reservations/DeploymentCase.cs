using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Triangle;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Reservations;

/// <summary>An act on a case: the reservations that it made or changed, the one it is about first, and what that changes in the blocks.</summary>
public sealed record CaseChange(IReadOnlyList<CapacityReservation> Changed, BlockMoves Moves)
{
    public CapacityReservation About => Changed[0];
}

/// <summary>Who acts and when.</summary>
public sealed record CaseAct(string By, DateTimeOffset At);

/// <summary>What one case claims: the reservations of its versions, of which at most one is promised and at most one held. The held one is a later version; it counts in the blocks only for
/// what it claims beyond the promised one, for it will take its place. What an act changes in the blocks is the difference of what the case counts for before and after it.</summary>
public sealed class DeploymentCase(IReadOnlyList<CapacityReservation> versions)
{
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(90);

    public IReadOnlyList<CapacityReservation> Versions => versions;

    private CapacityReservation? Promised => versions.SingleOrDefault(version => version.IsPromise);

    private CapacityReservation? HeldOne => versions.SingleOrDefault(version => version.IsHold);

    /// <summary>What it counts for in the blocks.</summary>
    public CaseCount Count
    {
        get
        {
            var confirmed = Promised?.Claims() ?? Claims.None;
            return new(HeldOne?.Claims().Beyond(confirmed) ?? Claims.None, confirmed, (Promised?.WaivedClaims() ?? Claims.None) + (HeldOne?.WaivedClaims() ?? Claims.None));
        }
    }

    /// <summary>What one of its reservations counts for, less what was let go below the waterline for it already.</summary>
    public Claims CountOf(CapacityReservation reservation) => (reservation.IsPromise ? Count.Confirmed : Count.Held).Beyond(reservation.WaivedClaims());

    /// <summary>Blocks that an act may touch, beside those of what is asked anew.</summary>
    public IEnumerable<BlockKey> Blocks => (Promised?.Claims() ?? Claims.None).ByBlock.Keys.Concat(HeldOne?.Claims().ByBlock.Keys ?? []);

    /// <summary>Asks for people: held, all lines or none, or as the terms say where they are short.</summary>
    public CaseChange Request(CapacityReservation asked, IReadOnlyDictionary<BlockKey, BlockCount> counts, DeploymentTerms terms, CaseAct act)
    {
        RequireLength(terms.Hold);
        var latest = versions.Select(version => version.CaseVersion).DefaultIfEmpty().Max();
        ReservationRules.CaseVersionNew.Require(asked.CaseVersion > latest, ("latest", $"{latest}"));
        var (state, lines) = terms.Judge(Allocation.Of(asked.Lines, counts, Count.Promised));
        var judged = asked with { Lines = lines, State = state };
        if (!judged.IsHold) return Change(judged);
        var held = judged with { HoldUntil = act.At + terms.Hold };
        if (HeldOne is not { } former) return Change(held);
        var promised = Promised?.Claims() ?? Claims.None;
        return Change(held with { Waived = Left(former.WaivedClaims(), Count.Held, held.Claims().Beyond(promised)) }, Release(former, $"versie {asked.CaseVersion}", act));
    }

    /// <summary>Makes the hold a promise; a former version that was promised makes place.</summary>
    public CaseChange Confirm(ReservationName name, string etag, CaseAct act)
    {
        var found = LiveHold(name, etag, act);
        ReservationRules.Held.Require(found.State is ReservationState.Held, StateOf(found));
        return Promise(Next(found, act), Count.Waived, act);
    }

    public CaseChange Extend(ReservationName name, DateTimeOffset until, string etag, CaseAct act)
    {
        var held = LiveHold(name, etag, act);
        ReservationRules.HoldLongEnough.Require(until > held.HoldUntil);
        RequireLength(until - act.At);
        return Change(Next(held, act) with { HoldUntil = until });
    }

    /// <summary>Gives back what is held or promised.</summary>
    public CaseChange Release(ReservationName name, string reason, string etag, CaseAct act)
    {
        var reservation = Find(name, etag);
        ReservationRules.Live.Require(reservation.IsLive, StateOf(reservation));
        ReservationRules.NoLaterHold.Require(reservation == HeldOne || HeldOne is null, ("later", $"{HeldOne?.CaseVersion}"));
        return Change(Release(reservation, reason, act));
    }

    /// <summary>Ends the hold whose time is over; null when it was confirmed, extended, decided or released just before.</summary>
    public CaseChange? Expire(ReservationName name, CaseAct act) =>
        HeldOne is { } held && held.Name == name && held.HoldUntil <= act.At ? Change(Next(held, act) with { State = ReservationState.Expired, Waived = [] }) : null;

    /// <summary>Gives what waited for a decision its lines as decided; a promise once no other owner has to decide.</summary>
    /// <param name="waived">What the decision lets go below the waterline for it.</param>
    public CaseChange Decide(ReservationName name, IReadOnlyList<DeploymentLine> lines, Claims waived, DecisionName decision, CaseAct act)
    {
        var decided = Next(InConflict(name, act), act) with { Lines = lines, Decision = decision };
        return decided.Awaited.Any() ? Change(decided with { Waived = Stretch.Of(decided.WaivedClaims() + waived) }) : Promise(decided, Count.Waived, act, waived);
    }

    public CaseChange Refuse(ReservationName name, DecisionName decision, CaseAct act)
    {
        var refused = InConflict(name, act);
        return Change(Next(refused, act) with { State = ReservationState.Rejected, Lines = [.. refused.Lines.Select(line => line.Refused())], Waived = [], Decision = decision });
    }

    /// <summary>Takes back what was promised or held; what is held on top of a promise goes with it.</summary>
    public CaseChange Displace(IReadOnlyCollection<ReservationName> names, DecisionName decision, CaseAct act)
    {
        CapacityReservation?[] live = [Promised, HeldOne];
        var takesPromise = Promised is { } promise && names.Contains(promise.Name);
        return Change([.. live.OfType<CapacityReservation>().Where(reservation => takesPromise || names.Contains(reservation.Name)).Select(reservation => Next(reservation, act) with { State = ReservationState.Displaced, Waived = [], Decision = decision })]);
    }

    /// <summary>Lets what it claims already go below the waterline, after strength dropped.</summary>
    public CaseChange Waive(ReservationName name, Claims waived, DecisionName decision, CaseAct act)
    {
        var kept = versions.Single(version => version.Name == name);
        return Change(Next(kept, act) with { Waived = Stretch.Of(kept.WaivedClaims() + waived), Decision = decision });
    }

    private CaseChange Promise(CapacityReservation held, Claims waivedBefore, CaseAct act, Claims? waived = null)
    {
        var state = held.Lines.All(line => line.Given == line.Count) ? ReservationState.Confirmed : ReservationState.Partial;
        var left = waivedBefore.LeftAfter(Count.Promised, held.Claims());
        var promised = held with { State = state, Waived = Stretch.Of(left + (waived ?? Claims.None)) };
        return Promised is { } former ? Change(promised, Release(former, $"versie {held.CaseVersion}", act)) : Change(promised);
    }

    private CaseChange Change(params CapacityReservation[] changed)
    {
        var after = new DeploymentCase([.. versions.ExceptBy(changed.Select(reservation => reservation.Name), version => version.Name), .. changed]);
        return new(changed, BlockMoves.Between(Count, after.Count));
    }

    private static IReadOnlyList<Stretch> Left(Claims waived, Claims before, Claims after) => Stretch.Of(waived.LeftAfter(before, after));

    private CapacityReservation InConflict(ReservationName name, CaseAct act) =>
        HeldOne is { State: ReservationState.InConflict } found && found.Name == name && found.HoldUntil > act.At ? found : throw TriangleRules.ConflictOpen.Broken();

    private CapacityReservation LiveHold(ReservationName name, string etag, CaseAct act)
    {
        var reservation = Find(name, etag);
        ReservationRules.HoldLives.Require(reservation.State is not ReservationState.Expired && (!reservation.IsHold || reservation.HoldUntil > act.At), ("until", $"{reservation.HoldUntil:O}"));
        ReservationRules.Held.Require(reservation.IsHold, StateOf(reservation));
        return reservation;
    }

    // What became of it is said before that it became something: a caller with an old version learns more from it.
    private CapacityReservation Find(ReservationName name, string etag)
    {
        var reservation = versions.SingleOrDefault(version => version.Name == name) ?? throw new NotFound(name.Value);
        if (reservation.IsLive) Reasons.EtagMismatch.Require(reservation.Etag == etag, ("name", name.Value));
        return reservation;
    }

    private static CapacityReservation Release(CapacityReservation reservation, string reason, CaseAct act) => Next(reservation, act) with { State = ReservationState.Released, ReleaseReason = reason, Waived = [] };

    private static CapacityReservation Next(CapacityReservation reservation, CaseAct act) => reservation with { UpdatedAt = act.At, UpdatedBy = act.By, Version = reservation.Version + 1 };

    private static void RequireLength(TimeSpan hold)
    {
        ReservationRules.HoldLongEnough.Require(hold >= ShortestHold);
        ReservationRules.HoldShortEnough.Require(hold <= LongestHold);
    }

    private static (string, string)[] StateOf(CapacityReservation reservation) => [("state", ReservationStates.WireNameOf(reservation.State)), ("stateLabel", ReservationStates.DutchLabelOf(reservation.State))];
}
