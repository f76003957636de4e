using Handhaving.Dispatch.Board.Opening;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Board;

/// <summary>One screen's stream: snapshot or resume, then each change once, in the order of commits, and a heartbeat.</summary>
public sealed class WatchBoard(OpenBoard open, BoardSources sources, TeamMembers teams, TimeProvider clock)
{
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(Call call, string resumeToken, Func<V1.WatchBoardResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var stream = new BoardStream(write, sources.Limits, sources.Positions.StaleAfter, clock);
        while (await FallsBehindUnopenedAsync(stream, call, resumeToken, cancellation)) { } // it was told nothing yet: it begins anew, and nobody notices
    }

    /// <returns>True when more changes came than may wait for a screen while this one waited to be opened.</returns>
    /// <exception cref="RuleBroken">RESYNC: it fell behind since.</exception>
    private async Task<bool> FallsBehindUnopenedAsync(BoardStream stream, Call call, string resumeToken, CancellationToken cancellation)
    {
        using var subscription = await sources.EnterAsync(cancellation);
        var queue = subscription.Queue;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, queue.Overflowed);
        try
        {
            var beat = clock.GetUtcNow() + HeartbeatInterval;
            var cursor = await open.HandleAsync(stream, call, resumeToken, subscription.From, queue, end.Token);
            await FollowAsync(stream, call, cursor, queue, beat, end.Token);
            return false;
        }
        catch (OperationCanceledException) when (queue.Overflowed.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return stream.HasBegun ? throw Reasons.Resync.Broken() : true;
        }
    }

    /// <param name="beat">When its rights are looked at again, however long it waited to be opened.</param>
    private async Task FollowAsync(BoardStream stream, Call call, FeedCursor cursor, BoardQueue queue, DateTimeOffset beat, CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            if (now >= beat) await RefreshAsync(stream, call, cursor, queue, cancellation);
            if (now >= beat || !stream.HasTold(sources.Degradations)) await stream.HeartbeatAsync(sources.Degradations, cancellation);
            if (now >= beat) beat = now + HeartbeatInterval;
            await queue.WaitAsync(TimeSpan.FromTicks(Math.Max(1, (beat - now).Ticks)), cancellation);
            foreach (var row in queue.TakeRows()) cursor = await stream.DeliverAsync(cursor, row, queue.Reach, cancellation);
            foreach (var moved in queue.TakeMoves(sources.Positions, clock.GetUtcNow())) await stream.SendAsync(moved, cancellation);
        }
    }

    // A grant that was withdrawn counts now, and takes off the screen what it had brought there; each token says what is still on it. What a grant brings
    // the feed does not tell: the resume begins with a snapshot.
    private async Task RefreshAsync(BoardStream stream, Call call, FeedCursor cursor, BoardQueue queue, CancellationToken cancellation)
    {
        var reach = await teams.ReachAsync(call, cancellation);
        foreach (var tenant in queue.Reach.Tenants.Except(reach.Tenants).ToList())
        {
            queue.Reach = queue.Reach.Without(tenant);
            await stream.SendAsync(new() { Delta = new() { Removed = tenant.Name, RemovalReason = V1.RemovalReason.NoLongerAuthorised }, ResumeToken = queue.Reach.TokenAt(cursor) }, cancellation);
        }
        Reasons.Resync.Require(reach.Tenants.IsSubsetOf(queue.Reach.Tenants));
    }
}
