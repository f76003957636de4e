using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Board;

/// <summary>One screen's stream: snapshot or resume, then each change once, in the order of commits, and a heartbeat.</summary>
public sealed class WatchBoard(OpenBoard open, BoardSources sources, TeamMembers teams, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(10);

    public async Task HandleAsync(Call call, string resumeToken, Func<V1.WatchBoardResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var stream = new BoardStream(write, clock);
        using var queue = new BoardQueue();
        using var subscription = await sources.EnterAsync(queue, cancellation);
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping, queue.Overflowed);
        try
        {
            var cursor = await open.HandleAsync(stream, call, resumeToken, subscription.From, queue, drain.Token);
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
    }

    private async Task FollowAsync(BoardStream stream, Call call, FeedCursor cursor, BoardQueue queue, CancellationToken cancellation)
    {
        var beat = clock.GetUtcNow() + HeartbeatInterval;
        while (true)
        {
            var now = clock.GetUtcNow();
            Reasons.TokenExpired.Require(now < call.Caller.ExpiresAt);
            if (now >= beat) await RefreshAsync(stream, call, queue, cancellation);
            if (now >= beat || !stream.HasTold(sources.Degradations)) await stream.HeartbeatAsync(sources.Degradations, cancellation);
            if (now >= beat) beat = now + HeartbeatInterval;
            var next = beat < call.Caller.ExpiresAt ? beat : call.Caller.ExpiresAt;
            await queue.WaitAsync(TimeSpan.FromTicks(Math.Max(1, (next - now).Ticks)), cancellation);
            foreach (var row in queue.TakeRows()) cursor = await stream.DeliverAsync(cursor, row, queue.Tenants, cancellation);
            foreach (var moved in queue.TakeMoves()) await stream.SendAsync(moved, cancellation);
        }
    }

    // A grant that was withdrawn counts now, and takes off the screen what it had brought there.
    private async Task RefreshAsync(BoardStream stream, Call call, BoardQueue queue, CancellationToken cancellation)
    {
        var tenants = await teams.ReadableAsync(call, cancellation);
        var gone = queue.Tenants.Except(tenants).ToList();
        queue.Tenants = tenants;
        foreach (var tenant in gone) await stream.SendAsync(new() { Delta = new() { Removed = tenant.Name, RemovalReason = V1.RemovalReason.NoLongerAuthorised } }, cancellation);
    }
}
