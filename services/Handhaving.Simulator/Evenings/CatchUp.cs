using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Streams;

namespace Handhaving.Simulator.Evenings;

/// <summary>Gives the boards a moment to show the last accepted changes; what is missing then counts as unseen.</summary>
public sealed class CatchUp(LedgerBook ledger, IReadOnlyList<Sightings> boards, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns as soon as every change was shown, or at the limit.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var changes = ledger.Entries.Select(entry => entry.Change).OfType<Change>().ToList();
        var until = time.GetUtcNow() + Limit;
        while (time.GetUtcNow() < until && !changes.TrueForAll(WasShown))
            await Task.Delay(Interval, time, cancellation);
    }

    private bool WasShown(Change change) => boards.SeenUntil(change.Incident) >= change.UpdateTime;
}
