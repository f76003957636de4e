using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Health;

namespace Handhaving.Dispatch.Board;

/// <summary>Numbers and stamps the messages of one stream.</summary>
internal sealed class BoardStream(Func<V1.WatchBoardResponse, CancellationToken, Task> write, BoardLimits limits, TimeSpan staleAfter, TimeProvider clock)
{
    private long sequence;
    private IReadOnlyList<Degradation> told = [];

    /// <summary>Whether its reader was told anything.</summary>
    public bool HasBegun => sequence > 0;

    public Task HelloAsync(bool reset, BoardReach reach, CancellationToken cancellation) => SendAsync(new()
    {
        Hello = new()
        {
            HeartbeatSeconds = (int)WatchBoard.HeartbeatInterval.TotalSeconds,
            Reset = reset,
            StaleFixSeconds = (int)staleAfter.TotalSeconds,
            Tenants = { reach.Tenants.Select(tenant => tenant.Name).Order(StringComparer.Ordinal) },
        },
    }, cancellation);

    /// <summary>Whether this screen was told that exactly this does not work.</summary>
    public bool HasTold(IReadOnlyList<Degradation> degradations) => told.SequenceEqual(degradations);

    public Task HeartbeatAsync(IReadOnlyList<Degradation> degradations, CancellationToken cancellation)
    {
        told = degradations;
        return SendAsync(new() { Heartbeat = new() { Degradations = { degradations.Select(DegradationWire.ToWire) } } }, cancellation);
    }

    /// <summary>Sends a row as it comes, and measures how long it took from its commit to here.</summary>
    public async Task<FeedCursor> DeliverAsync(FeedCursor cursor, FeedRow row, BoardReach reach, CancellationToken cancellation)
    {
        var before = sequence;
        var after = await CatchUpAsync(cursor, row, reach, cancellation);
        if (sequence > before) DispatchMeters.BoardDelay.Record((clock.GetUtcNow() - row.CreatedAt).TotalSeconds);
        return after;
    }

    /// <summary>Sends a row of the feed unless the screen has it, may not see it or shows no such thing; what a screen missed while it was away is no delay of the platform.</summary>
    public async Task<FeedCursor> CatchUpAsync(FeedCursor cursor, FeedRow row, BoardReach reach, CancellationToken cancellation)
    {
        var after = cursor.After(row.Xid, row.Id);
        if (after <= cursor) return cursor;
        if (cursor.Showed(row.Xid) || !reach.Shows(row) || BoardDeltas.Of(row) is not { } delta || !reach.Shows(delta)) return after;
        await SendAsync(new() { Delta = delta, ResumeToken = reach.TokenAt(after) }, cancellation);
        return after;
    }

    /// <exception cref="RuleBroken">RESYNC: the reader left a message unread for too long.</exception>
    public async Task SendAsync(V1.WatchBoardResponse message, CancellationToken cancellation)
    {
        message.Sequence = ++sequence;
        message.ServerTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow());
        DispatchMeters.BoardMessages.Add(1);
        try
        {
            await write(message, cancellation).WaitAsync(limits.LongestWrite, clock, cancellation);
        }
        catch (TimeoutException)
        {
            throw Reasons.Resync.Broken();
        }
    }
}
