using System.Collections.Concurrent;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board;

/// <summary>What waits for one screen: changes in order and never dropped, positions merged so that the latest wins. A reader that falls behind is told to resume.</summary>
internal sealed class BoardQueue : IDisposable
{
    private const int Bound = 10_000;
    private readonly ConcurrentQueue<FeedRow> rows = new();
    private readonly ConcurrentDictionary<UnitName, Fix> moves = new();
    private readonly SemaphoreSlim filled = new(0);
    private readonly CancellationTokenSource overflow = new();

    /// <summary>Cancelled when more waits than a screen can catch up with: the stream ends with RESYNC, also while a write hangs.</summary>
    public CancellationToken Overflowed => overflow.Token;

    /// <summary>Whose items this screen gets; asked again at each heartbeat, so that a withdrawn grant ends it.</summary>
    public IReadOnlySet<TenantId> Tenants { get; set; } = new HashSet<TenantId>();

    public void Add(FeedRow row)
    {
        if (rows.Count < Bound) rows.Enqueue(row);
        else overflow.Cancel();
        Wake();
    }

    public void Move(UnitName unit, Fix fix)
    {
        moves[unit] = fix;
        Wake();
    }

    /// <returns>False when nothing came in time.</returns>
    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellation) => filled.WaitAsync(longest, cancellation);

    public IEnumerable<FeedRow> TakeRows()
    {
        while (rows.TryDequeue(out var row)) yield return row;
    }

    public IEnumerable<V1.WatchBoardResponse> TakeMoves()
    {
        foreach (var unit in moves.Keys)
            if (moves.TryRemove(unit, out var fix) && Tenants.Contains(unit.Owner))
                yield return new() { Delta = new() { Item = new() { Unit = new() { Name = unit.Value, LastFix = UnitWire.ToWire(fix) } }, UpdateMask = new() { Paths = { "unit.last_fix" } } } };
    }

    public void Wake()
    {
        if (filled.CurrentCount == 0) filled.Release();
    }

    public void Dispose()
    {
        filled.Dispose();
        overflow.Dispose();
    }
}
