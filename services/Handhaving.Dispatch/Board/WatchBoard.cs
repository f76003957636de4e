using Handhaving.Dispatch.Positions;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Board;

/// <summary>One screen's stream: snapshot or resume, then each change once, in the order of commits, and a heartbeat.</summary>
public sealed class WatchBoard(FeedReader feed, BoardSnapshot snapshots, TeamMembers teams, UnitPositions positions, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(Call call, string resumeToken, Func<V1.WatchBoardResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var stream = new BoardStream(write, clock);
        using var queue = new BoardQueue();
        void Enqueue(FeedRow row) => queue.Add(row);
        void Move(Units.UnitName unit, Fix fix) => queue.Move(unit, fix);
        var from = await feed.EnterAsync(Enqueue, cancellation);
        positions.Moved += Move;
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping, queue.Overflowed);
        try
        {
            var cursor = await OpenAsync(stream, call, resumeToken, from, queue, drain.Token);
            await FollowAsync(stream, call, cursor, queue, drain.Token);
        }
        catch (OperationCanceledException) when (queue.Overflowed.IsCancellationRequested)
        {
            throw Reasons.Resync.Broken();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Reasons.Draining.Broken();
        }
        finally
        {
            positions.Moved -= Move;
            feed.Leave(Enqueue);
        }
    }

    // A token that this feed still reaches is resumed; any other gets a fresh snapshot.
    private async Task<FeedCursor> OpenAsync(BoardStream stream, Call call, string resumeToken, FeedCursor from, BoardQueue queue, CancellationToken cancellation)
    {
        if (FeedCursor.Parse(resumeToken) is { } token && await feed.ReachesAsync(token, cancellation))
        {
            var tenants = await teams.ReadableAsync(call, cancellation);
            queue.Tenants = tenants;
            await stream.HelloAsync(reset: false, tenants, cancellation);
            return await CatchUpAsync(stream, token, from, queue, cancellation);
        }
        var content = await snapshots.ReadAsync(call, cancellation);
        queue.Tenants = content.Tenants;
        await stream.HelloAsync(reset: true, content.Tenants, cancellation);
        foreach (var item in content.Items) await stream.SendAsync(new() { SnapshotItem = item }, cancellation);
        await stream.SendAsync(new() { SnapshotEnd = new() { ItemCount = content.Items.Count }, ResumeToken = content.Cursor.ToToken() }, cancellation);
        return await CatchUpAsync(stream, content.Cursor, from, queue, cancellation);
    }

    // What was committed between the cursor and the moment this watcher was let in.
    private async Task<FeedCursor> CatchUpAsync(BoardStream stream, FeedCursor cursor, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        while (cursor < upTo && await feed.ReadAsync(cursor, upTo, cancellation) is { Count: > 0 } rows)
            foreach (var row in rows) cursor = await DeliverAsync(stream, cursor, row, queue, cancellation);
        return cursor;
    }

    private async Task FollowAsync(BoardStream stream, Call call, FeedCursor cursor, BoardQueue queue, CancellationToken cancellation)
    {
        while (true)
        {
            Reasons.TokenExpired.Require(clock.GetUtcNow() < call.Caller.ExpiresAt);
            var wait = TimeSpan.FromTicks(Math.Clamp((call.Caller.ExpiresAt - clock.GetUtcNow()).Ticks, 1, HeartbeatInterval.Ticks));
            if (!await queue.WaitAsync(wait, cancellation))
            {
                queue.Tenants = await teams.ReadableAsync(call, cancellation);
                await stream.SendAsync(new() { Heartbeat = new() }, cancellation);
                continue;
            }
            foreach (var row in queue.TakeRows()) cursor = await DeliverAsync(stream, cursor, row, queue, cancellation);
            foreach (var moved in queue.TakeMoves()) await stream.SendAsync(moved, cancellation);
        }
    }

    private static async Task<FeedCursor> DeliverAsync(BoardStream stream, FeedCursor cursor, FeedRow row, BoardQueue queue, CancellationToken cancellation)
    {
        var after = cursor.After(row.Xid, row.Id);
        if (after <= cursor) return cursor;
        if (!cursor.Showed(row.Xid) && queue.Tenants.Contains(row.Tenant)) await stream.SendAsync(new() { Delta = BoardDeltas.Of(row), ResumeToken = after.ToToken() }, cancellation);
        return after;
    }
}
