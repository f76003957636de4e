using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Brings a screen up to where its queue goes on: from its token where that counts, else by a fresh snapshot. A few at a time; the others wait for their first message.</summary>
public sealed class OpenBoard(FeedReader feed, ResumePoints resumes, SharedSnapshots snapshots, OpeningLines lines, TimeProvider clock)
{
    internal async Task<FeedCursor> HandleAsync(BoardStream stream, Call call, string resumeToken, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var point = await resumes.FindAsync(call, resumeToken, cancellation);
        var cursor = point is null ? await ShowAsync(stream, call, upTo, queue, cancellation) : await ResumeAsync(stream, point, upTo, queue, cancellation);
        DispatchMeters.BoardOpening.Record(clock.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("from", point is null ? "snapshot" : "resume"));
        return cursor;
    }

    private async Task<FeedCursor> ResumeAsync(BoardStream stream, ResumePoint point, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        queue.Reach = point.Reach;
        using var place = await lines.Resumes.EnterAsync(cancellation);
        await place.SeeAsync(stream.HelloAsync(reset: false, point.Reach, cancellation), cancellation);
        return await CatchUpAsync(stream, place, point.Seen, upTo, queue, cancellation);
    }

    private async Task<FeedCursor> ShowAsync(BoardStream stream, Call call, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        var content = await snapshots.ReadAsync(call, cancellation);
        queue.Reach = content.Reach;
        using var place = await lines.Snapshots.EnterAsync(cancellation);
        await place.SeeAsync(stream.HelloAsync(reset: true, content.Reach, cancellation), cancellation);
        foreach (var item in content.Items) await place.SeeAsync(stream.SendAsync(new() { SnapshotItem = item }, cancellation), cancellation);
        await place.SeeAsync(stream.SendAsync(new() { SnapshotEnd = new() { ItemCount = content.Items.Count }, ResumeToken = content.Reach.TokenAt(content.Cursor) }, cancellation), cancellation);
        return await CatchUpAsync(stream, place, content.Cursor, upTo, queue, cancellation);
    }

    // What was committed between the cursor and the moment this watcher was let in.
    private async Task<FeedCursor> CatchUpAsync(BoardStream stream, OpeningLine.Place place, FeedCursor cursor, FeedCursor upTo, BoardQueue queue, CancellationToken cancellation)
    {
        while (cursor < upTo && await feed.ReadAsync(cursor, upTo, cancellation) is { Count: > 0 } rows)
            foreach (var row in rows)
            {
                var told = stream.CatchUpAsync(cursor, row, queue.Reach, cancellation);
                await place.SeeAsync(told, cancellation);
                cursor = await told;
            }
        return cursor;
    }
}
