using System.Collections.Concurrent;

namespace Handhaving.Simulator.Ledger;

/// <summary>Every intention of a run, written down before it is sent, and how long each rpc took to answer.</summary>
public sealed class LedgerBook
{
    private readonly ConcurrentDictionary<string, LedgerEntry> entries = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<TimeSpan>> latencies = new();

    /// <summary>All intentions, in no order.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => [.. entries.Values];

    /// <summary>Writes an intention down; a second one with the same request_id is a defect of the caller.</summary>
    public LedgerEntry Open(Intention intention, Effect? effect)
    {
        var entry = new LedgerEntry(intention, effect);
        return entries.TryAdd(intention.RequestId, entry)
            ? entry
            : throw new InvalidOperationException($"The intention {intention.Rpc} {intention.Key} was opened twice.");
    }

    /// <summary>Notes how long one answered try took.</summary>
    public void Took(string rpc, TimeSpan elapsed) => latencies.GetOrAdd(rpc, _ => []).Add(elapsed);

    /// <summary>Latencies per rpc, by name.</summary>
    public IReadOnlyList<LatencySummary> Latencies() =>
        [.. latencies.OrderBy(rpc => rpc.Key, StringComparer.Ordinal).Select(rpc => LatencySummary.Of(rpc.Key, rpc.Value))];
}
