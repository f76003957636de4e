using System.Threading.Channels;
using Handhaving.Dispatch.Board;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Canary;

/// <summary>Tells one watcher of each canary that arrives in its own municipalities, read from the feed of screens.</summary>
public sealed class WatchCanaries(FeedReader feed, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private const int MostWaiting = 1000;

    public async Task HandleAsync(Call call, Func<V1.WatchCanariesResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        // An old canary says nothing that a newer one does not say better.
        var arrivals = Channel.CreateBounded<FeedRow>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        void Enqueue(FeedRow row)
        {
            if (row.Kind == (short)BoardKind.Canary && IsAsked(call, row)) arrivals.Writer.TryWrite(row);
        }
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        await feed.EnterAsync(Enqueue, drain.Token);
        try
        {
            await FollowAsync(call, arrivals.Reader, write, drain.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw Reasons.Draining.Broken();
        }
        finally
        {
            feed.Leave(Enqueue);
        }
    }

    private static bool IsAsked(Call call, FeedRow row) => call.Tenant is { } tenant ? row.Tenant == tenant : call.Caller.Owns(row.Tenant);

    private async Task FollowAsync(Call call, ChannelReader<FeedRow> arrivals, Func<V1.WatchCanariesResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        while (true)
        {
            await write(new() { Heartbeat = new() }, cancellation);
            using var heartbeat = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            heartbeat.CancelAfter(WatchBoard.HeartbeatInterval);
            try
            {
                await foreach (var row in arrivals.ReadAllAsync(heartbeat.Token))
                {
                    Reasons.TokenExpired.Require(clock.GetUtcNow() < call.Caller.ExpiresAt);
                    await write(new() { Arrival = V1.Canary.Parser.ParseFrom(row.Body) }, cancellation);
                }
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                Reasons.TokenExpired.Require(clock.GetUtcNow() < call.Caller.ExpiresAt);
            }
        }
    }
}
