using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Brings a screen up to where its queue goes on: by its token when the feed still reaches it and the screen gets what it got then, else by a fresh snapshot.</summary>
public sealed class OpenBoard(FeedReader feed, BoardSnapshot snapshots, TeamMembers teams, OpeningTrail trail, TimeProvider clock)
{
    internal async Task<FeedCursor> HandleAsync(BoardStream stream, Call call, string resumeToken, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        if (resumeToken.Length > 0 && await teams.ReachAsync(call, cancellation) is var reach && reach.CursorOf(resumeToken) is { } seen && await feed.ReachesAsync(seen, cancellation))
        {
            queue.Reach = reach;
            await trail.NoteAsync(call, reach, [], cancellation);
            await stream.HelloAsync(reset: false, reach, cancellation);
            var resumed = await CatchUpAsync(stream, seen, upTo, queue, cancellation);
            Opened("resume", began);
            return resumed;
        }
        var content = await snapshots.ReadAsync(call, cancellation);
        queue.Reach = content.Reach;
        await stream.HelloAsync(reset: true, content.Reach, cancellation);
        foreach (var item in content.Items) await stream.SendAsync(new() { SnapshotItem = item }, cancellation);
        await stream.SendAsync(new() { SnapshotEnd = new() { ItemCount = content.Items.Count }, ResumeToken = content.Reach.TokenAt(content.Cursor) }, cancellation);
        var cursor = await CatchUpAsync(stream, content.Cursor, upTo, queue, cancellation);
        Opened("snapshot", began);
        return cursor;
    }

    private void Opened(string from, long began) => DispatchMeters.BoardOpening.Record(clock.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("from", from));

    // What was committed between the cursor and the moment this watcher was let in.
    private async Task<FeedCursor> CatchUpAsync(BoardStream stream, FeedCursor cursor, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        while (cursor < upTo && await feed.ReadAsync(cursor, upTo, cancellation) is { Count: > 0 } rows)
            foreach (var row in rows) cursor = await stream.CatchUpAsync(cursor, row, queue.Reach, cancellation);
        return cursor;
    }
}
