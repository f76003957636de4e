using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Lines;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>The acts on cases that carry an option out.</summary>
internal static class Acts
{
    public static IReadOnlyList<CaseChange> Of(Situation situation, DecisionChoice choice, DecisionName decision, CaseAct act)
    {
        if (situation.AskedOne is not { } asked) return choice.Kind is OptionKind.Displace ? Displace(situation, choice, decision, act) : KeepAll(situation, decision, act);
        var known = situation.CaseOf(asked);
        return choice.Kind switch
        {
            OptionKind.Approve => [Approve(situation, asked, known, decision, act)],
            OptionKind.Displace => [.. Displace(situation, choice, decision, act), known.Decide(asked.Name, Whole(situation, asked), Claims.None, decision, act)],
            OptionKind.Reduce or OptionKind.Assistance => [known.Decide(asked.Name, [.. asked.Lines.Zip(choice.Given, (line, given) => situation.Awaits(line) ? line.Decided(situation.Owner, given) : line)], Claims.None, decision, act)],
            OptionKind.Move => [known.Decide(asked.Name, MovedBy(asked, choice.Shift), Claims.None, decision, act)],
            OptionKind.Refuse => [known.Refuse(asked.Name, decision, act)],
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice.Kind, null),
        };
    }

    /// <summary>All lines at another time; those that wait for another owner as well, for all must be free there.</summary>
    public static IReadOnlyList<DeploymentLine> MovedBy(CapacityReservation asked, TimeSpan shift) =>
        [.. asked.Lines.Select(line => (line.Awaits is { } owner ? line.Decided(owner, line.Count) : line).Moved(shift))];

    private static IReadOnlyList<DeploymentLine> Whole(Situation situation, CapacityReservation asked) =>
        [.. asked.Lines.Select(line => situation.Awaits(line) ? line.Decided(situation.Owner, line.Count) : line)];

    // Decided twice: first to see how many of its people lie below the waterline in each block, then with those waived.
    private static CaseChange Approve(Situation situation, CapacityReservation asked, DeploymentCase known, DecisionName decision, CaseAct act)
    {
        var lines = Whole(situation, asked);
        var tried = known.Decide(asked.Name, lines, Claims.None, decision, act);
        var waived = Claims.Of(
            from moved in tried.Moves.All
            where moved.Key.Owner == situation.Owner && moved.Move.Promised > 0
            let count = situation.CountAt(moved.Key).After(moved.Move)
            let below = Math.Clamp(count.Promised - count.Limit, 0, moved.Move.Promised)
            where below > 0
            select (moved.Key, below));
        return waived.ByBlock.Count == 0 ? tried : known.Decide(asked.Name, lines, waived, decision, act);
    }

    private static IReadOnlyList<CaseChange> Displace(Situation situation, DecisionChoice choice, DecisionName decision, CaseAct act) =>
    [
        .. situation.Competing.Where(reservation => choice.Displaced.Contains(reservation.Name)).Select(reservation => reservation.Case).Distinct()
            .Select(named => situation.Cases[named].Displace(choice.Displaced, decision, act)),
    ];

    // What strength no longer covers is waived on the newest claims first.
    private static List<CaseChange> KeepAll(Situation situation, DecisionName decision, CaseAct act)
    {
        var missing = situation.Keys.ToDictionary(key => key, key => situation.CountAt(key).Overdrawn);
        List<CaseChange> changes = [];
        foreach (var reservation in situation.Competing)
        {
            var open = situation.CaseOf(reservation).CountOf(reservation);
            List<(BlockKey Key, int Count)> waived = [];
            foreach (var (key, count) in open.ByBlock.Where(pair => missing.GetValueOrDefault(pair.Key) > 0))
            {
                var taken = Math.Min(count, missing[key]);
                missing[key] -= taken;
                waived.Add((key, taken));
            }
            if (waived.Count > 0) changes.Add(situation.CaseOf(reservation).Waive(reservation.Name, Claims.Of(waived), decision, act));
        }
        return changes;
    }
}
