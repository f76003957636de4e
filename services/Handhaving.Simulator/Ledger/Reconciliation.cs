namespace Handhaving.Simulator.Ledger;

/// <summary>Holds the ledger against what the platform shows.</summary>
public static class Reconciliation
{
    /// <summary>An effect must be visible as often as it was accepted, and at most as often as it was accepted or is in doubt.</summary>
    public static Verdict Judge(IReadOnlyCollection<LedgerEntry> entries, Observed observed)
    {
        List<string> findings = [];
        var (lost, doubled) = Compare(entries, observed.Effects, findings);
        var unseen = entries.Where(entry => !WasSeen(entry, observed.Board)).ToList();
        findings.AddRange(unseen.Select(entry => $"never on the board: {entry.Intention.Rpc} {entry.Intention.Key}"));
        findings.AddRange(observed.DoubleBookings);
        var open = entries.Where(entry => entry.State is LedgerState.Sent or LedgerState.InDoubt).ToList();
        findings.AddRange(open.Select(entry => $"in doubt: {entry.Intention.Rpc} {entry.Intention.Key}"));
        return new()
        {
            Sent = entries.Count,
            Accepted = entries.Count(entry => entry.State == LedgerState.Accepted),
            Refused = entries.Where(entry => entry.State == LedgerState.Refused)
                .GroupBy(entry => $"{entry.Intention.Rpc} {entry.Reason}").ToDictionary(reason => reason.Key, reason => reason.Count()),
            Lost = lost,
            Doubled = doubled + observed.DoubleBookings.Count,
            InDoubt = open.Count,
            Resolved = entries.Count(entry => entry.WasInDoubt) - open.Count(entry => entry.WasInDoubt),
            Unseen = unseen.Count,
            Kept = [.. KeptOf(entries, observed.Effects)],
            Findings = findings,
        };
    }

    private static (int Lost, int Doubled) Compare(
        IReadOnlyCollection<LedgerEntry> entries, IReadOnlyDictionary<Effect, int> visible, List<string> findings)
    {
        var (lost, doubled) = (0, 0);
        var intended = Intended(entries);
        foreach (var effect in intended.Select(group => group.Key).Union(visible.Keys))
        {
            var seen = visible.GetValueOrDefault(effect);
            var least = intended[effect].Count(entry => entry.State == LedgerState.Accepted);
            var most = intended[effect].Count(entry => entry.State != LedgerState.Refused);
            lost += Math.Max(0, least - seen);
            doubled += Math.Max(0, seen - most);
            if (seen < least || seen > most)
                findings.Add($"{(seen < least ? "lost" : "doubled")}: {effect.Kind} {effect.Subject} {effect.Unit} accepted {least}, visible {seen}");
        }
        return (lost, doubled);
    }

    private static ILookup<Effect, LedgerEntry> Intended(IEnumerable<LedgerEntry> entries) =>
        entries.SelectMany(entry => entry.Effects, (entry, effect) => (entry, effect)).ToLookup(one => one.effect, one => one.entry);

    private static IEnumerable<KeptEffects> KeptOf(IReadOnlyCollection<LedgerEntry> entries, IReadOnlyDictionary<Effect, int> visible) => Intended(entries)
        .GroupBy(effect => effect.Key.Kind, effect => (Accepted: effect.Count(entry => entry.State == LedgerState.Accepted), Visible: visible.GetValueOrDefault(effect.Key)))
        .OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => new KeptEffects(kind.Key, kind.Sum(effect => effect.Accepted), kind.Sum(effect => effect.Visible)));

    private static bool WasSeen(LedgerEntry entry, IReadOnlyDictionary<string, DateTimeOffset> board) =>
        entry.Change is not { } change || (board.TryGetValue(change.Incident, out var newest) && newest >= change.UpdateTime);
}
