using System.Collections.Concurrent;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Board;

/// <summary>What waits for one screen: changes in order and never dropped, positions merged so that the latest wins. A reader that falls behind is told to resume.</summary>
/// <remarks>Who fills it may be a moment behind its end: what comes after that is let go.</remarks>
internal sealed class BoardQueue(int longest) : IDisposable
{
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<FeedRow> rows = new();
    private readonly ConcurrentDictionary<UnitName, Fix> moves = new();
    private readonly SemaphoreSlim filled = new(0);
    private readonly CancellationTokenSource overflow = new();
    private volatile bool overflowed; // something was left out
    private bool ended;

    /// <summary>Cancelled when more waits than a screen can catch up with: the stream ends with RESYNC, also while a write hangs.</summary>
    public CancellationToken Overflowed => overflow.Token;

    /// <summary>Whose items this screen gets; asked again at each heartbeat, so that a withdrawn grant ends it.</summary>
    public BoardReach Reach { get; set; } = BoardReach.Nothing;

    public void Add(FeedRow row)
    {
        if (rows.Count >= longest) Overflow();
        if (!overflowed) rows.Enqueue(row);
        Wake();
    }

    public void Move(UnitName unit, Fix fix)
    {
        moves[unit] = fix;
        Wake();
    }

    /// <returns>False when nothing came in time.</returns>
    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellation) => filled.WaitAsync(longest, cancellation);

    /// <exception cref="RuleBroken">RESYNC.</exception>
    public IEnumerable<FeedRow> TakeRows()
    {
        while (true)
        {
            Reasons.Resync.Require(!overflowed);
            if (!rows.TryDequeue(out var row)) yield break;
            yield return row;
        }
    }

    /// <summary>The last position of each unit that moved. Of a unit off duty none: where its crew is then is private, and what came late is not shown when it is back either.</summary>
    /// <param name="positions">Says who is off duty, and which are stale, at the moment they are sent.</param>
    public IEnumerable<V1.WatchBoardResponse> TakeMoves(UnitPositions positions, DateTimeOffset now)
    {
        foreach (var unit in moves.Keys.Where(unit => !positions.IsOffDuty(unit)))
            if (moves.TryRemove(unit, out _) && Reach.Tenants.Contains(unit.Owner) && positions.LastOf(unit) is { } fix)
                yield return new() { Delta = new() { Item = new() { Unit = new() { Name = unit.Value, LastFix = UnitWire.ToWire(fix, positions.IsStale(fix, now)) } }, UpdateMask = new() { Paths = { "unit.last_fix" } } } };
    }

    public void Wake()
    {
        lock (gate)
            if (!ended && filled.CurrentCount == 0) filled.Release();
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            filled.Dispose();
            overflow.Dispose();
        }
    }

    // The end of this screen runs elsewhere: not on the thread that feeds every screen.
    private void Overflow()
    {
        overflowed = true;
        lock (gate)
            if (!ended) overflow.CancelAfter(TimeSpan.Zero);
    }
}
