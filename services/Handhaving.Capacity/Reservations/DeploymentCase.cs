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

/// <summary>What one case claims: the reservations of its versions. At most one is promised, one held and one waits for a decision, each a later version than those before it, whose place it will take; until
/// then it counts in the blocks only for what it claims beyond them. What an act changes in the blocks is the difference of what the case counts for before and after it.</summary>
public sealed class DeploymentCase(IReadOnlyList<CapacityReservation> versions)
{
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(90);

    public IReadOnlyList<CapacityReservation> Versions => versions;

    private CapacityReservation? Promised => versions.SingleOrDefault(version => version.IsPromise);

    private CapacityReservation? HeldOne => versions.SingleOrDefault(version => version.State is ReservationState.Held);

    private CapacityReservation? Waiting => versions.SingleOrDefault(version => version.IsWaiting);

    // By version, the earliest first.
    private IReadOnlyList<CapacityReservation> Live => [.. new[] { Promised, HeldOne, Waiting }.OfType<CapacityReservation>()];

    /// <summary>What it counts for in the blocks.</summary>
    public CaseCount Count
    {
        get
        {
            var confirmed = Promised?.Claims() ?? Claims.None;
            return new(MostOf(Live).Beyond(confirmed), confirmed, WaivedOf(Live));
        }
    }

    /// <summary>What one of its reservations counts for, less what was let go below the waterline for it already.</summary>
    public Claims CountOf(CapacityReservation reservation) => reservation.Claims().Beyond(MostOf(Before(reservation))).Beyond(reservation.WaivedClaims());

    /// <summary>Blocks that an act may touch, beside those of what is asked anew.</summary>
    public IEnumerable<BlockKey> Blocks => Live.SelectMany(reservation => reservation.Claims().ByBlock.Keys);

    /// <summary>Asks for people: held, all lines or none, or as the terms say where they are short. What waits for a decision leaves the former hold as it is, for at least as long.</summary>
    public CaseChange Request(CapacityReservation asked, IReadOnlyDictionary<BlockKey, BlockCount> counts, DeploymentTerms terms, CaseAct act)
    {
        RequireLength(terms.Hold);
        var latest = versions.Select(version => version.CaseVersion).DefaultIfEmpty().Max();
        ReservationRules.CaseVersionNew.Require(asked.CaseVersion > latest, ("latest", $"{latest}"));
        var (state, lines) = terms.Judge(Allocation.Of(asked.Lines, counts, Count.Promised));
        var judged = asked with { Lines = Allocation.Kept(lines, counts, Count.Promised), State = state };
        if (!judged.IsHold) return Change(judged);
        var held = judged with { HoldUntil = act.At + terms.Hold };
        return Replace(held, Live.Where(former => former.IsWaiting || (former.IsHold && !held.IsWaiting)), Claims.None, act);
    }

    /// <summary>Makes the hold a promise; a former version that was promised makes place.</summary>
    public CaseChange Confirm(ReservationName name, string etag, CaseAct act)
    {
        var found = LiveHold(name, etag, act);
        ReservationRules.Held.Require(!found.IsWaiting, StateOf(found));
        ReservationRules.NotOver.Require(!found.IsOverAt(act.At));
        return Promise(found, Claims.None, act);
    }

    public CaseChange Extend(ReservationName name, DateTimeOffset until, string etag, CaseAct act)
    {
        var held = LiveHold(name, etag, act);
        ReservationRules.NotOver.Require(!held.IsOverAt(act.At));
        ReservationRules.HoldLongEnough.Require(until > held.HoldUntil);
        RequireLength(until - act.At);
        return Change([Next(held, act) with { HoldUntil = until }, .. Lengthened(held, until, act)]);
    }

    /// <summary>Gives back what is held or promised.</summary>
    public CaseChange Release(ReservationName name, string reason, string etag, CaseAct act)
    {
        var reservation = Find(name, etag);
        ReservationRules.Live.Require(reservation.IsLive, StateOf(reservation));
        ReservationRules.NoLaterHold.Require(reservation.Name == Live[^1].Name, ("later", $"{Live[^1].CaseVersion}"));
        return Change(Release(reservation, reason, act));
    }

    /// <summary>Ends the hold whose time is over, and what waits on top of it, whose time never lasts longer; also that of which all that it is for is over, and that alone. Null when it was confirmed, extended, decided or released just before.</summary>
    public CaseChange? Expire(ReservationName name, CaseAct act)
    {
        if (Live.FirstOrDefault(one => one.Name == name) is not { IsHold: true } first) return null;
        CapacityReservation[] over = first.HoldUntil <= act.At ? [.. Live.SkipWhile(one => one.Name != name)] : first.IsOverAt(act.At) ? [first] : [];
        return over.Length == 0 ? null : Change([.. over.Select(one => Next(one, act) with { State = ReservationState.Expired, HoldUntil = one.HoldUntil < act.At ? one.HoldUntil : act.At, Waived = [] })]);
    }

    /// <summary>Gives what waited for a decision its lines as decided; a promise once no other owner has to decide, and nothing when none gives anybody.</summary>
    /// <param name="waived">What the decision lets go below the waterline for it.</param>
    public CaseChange Decide(ReservationName name, IReadOnlyList<DeploymentLine> lines, Claims waived, DecisionName decision, CaseAct act)
    {
        var decided = InConflict(name, act) with { Lines = lines, Decision = decision };
        if (decided.Awaited.Any()) return Replace(Next(decided, act), [], waived, act);
        return lines.Any(line => line.Given > 0) ? Promise(decided, waived, act) : Change(Next(decided, act) with { State = ReservationState.Rejected, Waived = [] });
    }

    public CaseChange Refuse(ReservationName name, DecisionName decision, CaseAct act)
    {
        var refused = InConflict(name, act);
        return Change(Next(refused, act) with { State = ReservationState.Rejected, Lines = [.. refused.Lines.Select(line => line.Refused())], Waived = [], Decision = decision });
    }

    /// <summary>Takes back what was promised or held; later versions on top of it go with it.</summary>
    public CaseChange Displace(IReadOnlyCollection<ReservationName> names, DecisionName decision, CaseAct act) =>
        Change([.. Live.SkipWhile(reservation => !names.Contains(reservation.Name)).Select(reservation => Next(reservation, act) with { State = ReservationState.Displaced, Waived = [], Decision = decision })]);

    /// <summary>Lets what it claims already go below the waterline, after strength dropped.</summary>
    public CaseChange Waive(ReservationName name, Claims waived, DecisionName decision, CaseAct act)
    {
        var kept = versions.Single(version => version.Name == name);
        return Change(Next(kept, act) with { Waived = Stretch.Of(kept.WaivedClaims() + waived), Decision = decision });
    }

    private CaseChange Promise(CapacityReservation held, Claims waived, CaseAct act)
    {
        var state = held.Lines.All(line => line.Given == line.Count) ? ReservationState.Confirmed : ReservationState.Partial;
        return Replace(Next(held, act) with { State = state }, Before(held), waived, act);
    }

    // What takes the place of former versions has what was let go for them, as far as the case still claims so many. Where it claims fewer than they did, that lies with what waits on top of it.
    private CaseChange Replace(CapacityReservation taking, IEnumerable<CapacityReservation> former, Claims waived, CaseAct act)
    {
        CapacityReservation[] ended = [.. former.Select(one => Release(one, $"versie {taking.CaseVersion}", act))];
        var left = (WaivedOf(former) + taking.WaivedClaims()).LeftAfter(Count.Promised, After([taking, .. ended]).Count.Promised);
        var taken = taking with { Waived = Stretch.Of(left.Within(taking.Claims()) + waived) };
        var above = left.Beyond(taking.Claims());
        var carried = above.ByBlock.Count > 0 && Waiting is { } later ? [Next(later, act) with { Waived = Stretch.Of(later.WaivedClaims() + above) }] : Array.Empty<CapacityReservation>();
        return Change([taken, .. taken.IsWaiting ? Lengthened(taken, taken.HoldUntil, act) : carried, .. ended]);
    }

    // The hold below what waits lasts at least as long.
    private IEnumerable<CapacityReservation> Lengthened(CapacityReservation waiting, DateTimeOffset? until, CaseAct act) =>
        waiting.IsWaiting && HeldOne is { } below && below.HoldUntil < until ? [Next(below, act) with { HoldUntil = until }] : [];

    private CaseChange Change(params CapacityReservation[] changed) => new(changed, BlockMoves.Between(Count, After(changed).Count));

    private DeploymentCase After(IReadOnlyCollection<CapacityReservation> changed) => new([.. versions.ExceptBy(changed.Select(reservation => reservation.Name), version => version.Name), .. changed]);

    private IEnumerable<CapacityReservation> Before(CapacityReservation reservation) => Live.TakeWhile(one => one.Name != reservation.Name);

    private static Claims MostOf(IEnumerable<CapacityReservation> reservations) => reservations.Aggregate(Claims.None, (most, one) => most.Max(one.Claims()));

    private static Claims WaivedOf(IEnumerable<CapacityReservation> reservations) => reservations.Aggregate(Claims.None, (sum, one) => sum + one.WaivedClaims());

    private CapacityReservation InConflict(ReservationName name, CaseAct act) =>
        Waiting is { } found && found.Name == name && found.HoldUntil > act.At ? found : throw TriangleRules.ConflictOpen.Broken();

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
