using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Board;

/// <summary>Brings a screen up to where its queue goes on: by its token when the feed still reaches it, else by a fresh snapshot.</summary>
public sealed class OpenBoard(FeedReader feed, BoardSnapshot snapshots, TeamMembers teams)
{
    internal async Task<FeedCursor> HandleAsync(BoardStream stream, Call call, string resumeToken, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        if (FeedCursor.Parse(resumeToken) is { } token && await feed.ReachesAsync(token, cancellation))
        {
            queue.Tenants = await teams.ReadableAsync(call, cancellation);
            await stream.HelloAsync(reset: false, queue.Tenants, cancellation);
            return await CatchUpAsync(stream, token, upTo, queue, cancellation);
        }
        var content = await snapshots.ReadAsync(call, cancellation);
        queue.Tenants = content.Tenants;
        await stream.HelloAsync(reset: true, content.Tenants, cancellation);
        foreach (var item in content.Items) await stream.SendAsync(new() { SnapshotItem = item }, cancellation);
        await stream.SendAsync(new() { SnapshotEnd = new() { ItemCount = content.Items.Count }, ResumeToken = content.Cursor.ToToken() }, cancellation);
        return await CatchUpAsync(stream, content.Cursor, upTo, queue, cancellation);
    }

    // What was committed between the cursor and the moment this watcher was let in.
    private async Task<FeedCursor> CatchUpAsync(BoardStream stream, FeedCursor cursor, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        while (cursor < upTo && await feed.ReadAsync(cursor, upTo, cancellation) is { Count: > 0 } rows)
            foreach (var row in rows) cursor = await stream.DeliverAsync(cursor, row, queue.Tenants, cancellation);
        return cursor;
    }
}
