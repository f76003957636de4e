using System.Threading.Channels;
using Handhaving.Dispatch.Board;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Canary;

/// <summary>Tells one watcher of each canary that arrives in its own municipalities, read from the feed of screens.</summary>
public sealed class WatchCanaries(FeedReader feed)
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
        await feed.EnterAsync(Enqueue, cancellation);
        try
        {
            await FollowAsync(arrivals.Reader, write, cancellation);
        }
        finally
        {
            feed.Leave(Enqueue);
        }
    }

    private static bool IsAsked(Call call, FeedRow row) => call.Tenant is { } tenant ? row.Tenant == tenant : call.Caller.Owns(row.Tenant);

    private static async Task FollowAsync(ChannelReader<FeedRow> arrivals, Func<V1.WatchCanariesResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        while (true)
        {
            await write(new() { Heartbeat = new() }, cancellation);
            using var heartbeat = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            heartbeat.CancelAfter(WatchBoard.HeartbeatInterval);
            try
            {
                await foreach (var row in arrivals.ReadAllAsync(heartbeat.Token))
                    await write(new() { Arrival = V1.Canary.Parser.ParseFrom(row.Body) }, cancellation);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Nothing came in time: the next heartbeat says that the stream is well.
            }
        }
    }
}
