using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Lines;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>An option weighed: the acts that carry it out, and their effects.</summary>
public sealed record Weighed(IReadOnlyList<CaseChange> Changes, Effects Effects);

/// <summary>Says what an option does, by doing it on the values: what is called feasible can be carried out, for it is the same.</summary>
public static class Weighing
{
    public static Weighed Of(Situation situation, DecisionChoice choice, DecisionName decision, CaseAct act)
    {
        if (situation.AskedOne is null && choice.Kind is not (OptionKind.Approve or OptionKind.Displace)) return Blocked(situation, Obstacle.NothingAsked);
        if (choice.Kind is OptionKind.Move && choice.Shift == TimeSpan.Zero) return Blocked(situation, Obstacle.NoOtherTime);
        if (situation.AskedOne is null && choice.Kind is OptionKind.Displace && choice.Displaced.Count == 0) return Blocked(situation, Obstacle.NotFree);
        if (choice.Kind is OptionKind.Reduce && choice.Given.Sum() == 0) return Blocked(situation, Obstacle.NothingFree);
        var changes = Acts.Of(situation, choice, decision, act);
        var moves = BlockMoves.Sum(changes.Select(change => change.Moves)).All;
        return new(changes, new Effects
        {
            Obstacle = ObstacleOf(situation, choice, moves),
            BelowWaterline = BelowOf(situation, moves),
            Displaced = [.. Displaced(changes).Select(reservation => reservation.Name)],
            Asked = AskedOf(situation),
            Given = GivenOf(situation, changes),
            DistrictHours = HoursOf(situation, changes),
            NotDone = [.. NotDoneOf(situation, changes)],
            Priorities = PriorityHours.Of(situation.Themes, TakenHours(situation, changes)),
        });
    }

    private static Weighed Blocked(Situation situation, Obstacle obstacle) => new([], new Effects { Obstacle = obstacle, Asked = AskedOf(situation), Given = 0, DistrictHours = 0 });

    private static Obstacle? ObstacleOf(Situation situation, DecisionChoice choice, IReadOnlyList<(BlockKey Key, BlockMove Move)> moves)
    {
        var after = moves.ToDictionary(moved => moved.Key, moved => situation.CountAt(moved.Key).After(moved.Move));
        var taken = moves.All(moved => situation.CountAt(moved.Key).Takes(moved.Move));
        var settled = situation.Asked is not null || situation.Keys.All(key => after.GetValueOrDefault(key, situation.CountAt(key)) is { Overdrawn: 0 } count && count.Promised <= count.Plannable);
        if (taken && settled) return null;
        if (choice.Kind is not OptionKind.Approve) return Obstacle.NotFree;
        return situation.Keys.Any(key => after.GetValueOrDefault(key, situation.CountAt(key)) is var count && count.Promised > count.Plannable) ? Obstacle.BeyondStrength : Obstacle.AlreadyShort;
    }

    // Where it waives; after strength dropped, wherever people stay missing.
    private static IReadOnlyList<Stretch> BelowOf(Situation situation, IReadOnlyList<(BlockKey Key, BlockMove Move)> moves)
    {
        var byKey = moves.ToDictionary(moved => moved.Key, moved => moved.Move);
        var keys = situation.Asked is null ? byKey.Keys.Union(situation.Keys) : byKey.Where(moved => moved.Value.Waived > 0).Select(moved => moved.Key);
        return Stretch.Of(Claims.Of(keys.Select(key => (key, situation.CountAt(key).After(byKey.GetValueOrDefault(key)).BelowWaterline))));
    }

    private static int AskedOf(Situation situation) => situation.AskedOne?.Lines.Where(situation.Awaits).Sum(line => line.Count) ?? 0;

    private static int GivenOf(Situation situation, IReadOnlyList<CaseChange> changes) => AwaitedAfter(situation, changes).Sum(line => line.After.Given);

    private static double HoursOf(Situation situation, IReadOnlyList<CaseChange> changes) =>
        changes.SelectMany(change => change.Changed).Where(reservation => reservation.Name == situation.Asked).SelectMany(reservation => reservation.Lines).Sum(line => line.DistrictHours);

    // Hours of the owner's people that are given, less those that come back from who makes place.
    private static double TakenHours(Situation situation, IReadOnlyList<CaseChange> changes) =>
        AwaitedAfter(situation, changes).Sum(line => line.After.Given * HoursOf(line.After)) - Displaced(changes).SelectMany(reservation => reservation.Lines).Where(line => line.GrantedBy == situation.Owner).Sum(line => line.Given * HoursOf(line));

    private static double HoursOf(DeploymentLine line) => (line.Interval.End - line.Interval.Start).TotalHours;

    private static IEnumerable<NotDone> NotDoneOf(Situation situation, IReadOnlyList<CaseChange> changes)
    {
        foreach (var (asked, before, after) in AwaitedAfter(situation, changes).Where(line => line.After.Given < line.Before.Count))
            yield return new(asked.State is ReservationState.Rejected ? NotDoneKind.Refused : NotDoneKind.Reduced, asked.Name, asked.CaseId, situation.Owner, before.Function, before.Count - after.Given, before.Interval);
        foreach (var line in LostByRefusal(situation, changes))
            yield return new(NotDoneKind.Refused, line.Of.Name, line.Of.CaseId, line.Line.GrantedBy ?? line.Line.Awaits ?? situation.Owner, line.Line.Function, line.Line.GrantedBy is null ? line.Line.Count : line.Line.Given, line.Line.Interval);
        foreach (var reservation in Displaced(changes))
            foreach (var line in reservation.Lines.Where(line => line.Given > 0))
                yield return new(NotDoneKind.Displaced, reservation.Name, reservation.CaseId, line.GrantedBy ?? situation.Owner, line.Function, line.Given, line.Interval);
    }

    // Lines of a refused request that others gave or have to decide about: they go with it.
    private static IEnumerable<(CapacityReservation Of, DeploymentLine Line)> LostByRefusal(Situation situation, IReadOnlyList<CaseChange> changes) =>
        situation.AskedOne is { } asked && changes.SelectMany(change => change.Changed).Any(reservation => reservation.Name == asked.Name && reservation.State is ReservationState.Rejected)
            ? asked.Lines.Where(line => !situation.Awaits(line)).Select(line => (asked, line))
            : [];

    private static IEnumerable<CapacityReservation> Displaced(IReadOnlyList<CaseChange> changes) => changes.SelectMany(change => change.Changed).Where(reservation => reservation.State is ReservationState.Displaced);

    private static IEnumerable<(CapacityReservation Asked, DeploymentLine Before, DeploymentLine After)> AwaitedAfter(Situation situation, IReadOnlyList<CaseChange> changes) =>
        situation.AskedOne is { } asked && changes.SelectMany(change => change.Changed).SingleOrDefault(reservation => reservation.Name == asked.Name) is { } decided
            ? asked.Lines.Zip(decided.Lines).Where(pair => situation.Awaits(pair.First)).Select(pair => (decided, pair.First, pair.Second))
            : [];
}
