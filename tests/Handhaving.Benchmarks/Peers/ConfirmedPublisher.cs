using System.Diagnostics;
using Handhaving.Benchmarks.Measuring;
using RabbitMQ.Client;

namespace Handhaving.Benchmarks.Peers;

/// <summary>Persistent messages to a quorum queue, each awaited until the broker confirms it; nothing else.</summary>
internal sealed class ConfirmedPublisher : IAsyncDisposable
{
    private const string Queue = "benchmark-peer", Facts = "Handhaving.Events.Dispatch:IDispatchFact";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromSeconds(20);
    private static readonly BasicProperties Persistent = new() { Persistent = true };
    private readonly IConnection connection;
    private readonly IChannel channel;

    private ConfirmedPublisher(IConnection connection, IChannel channel) => (this.connection, this.channel) = (connection, channel);

    public static async Task<ConfirmedPublisher> ConnectAsync(Uri broker, CancellationToken cancellation)
    {
        var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(cancellation);
        // The limiter far above what is in flight: near it, it delays publishes by up to a second.
        var channel = await connection.CreateChannelAsync(new(true, true, new ThrottlingRateLimiter(100_000)), cancellation);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        return new(connection, channel);
    }

    /// <summary>Bytes of the body that one act of ours publishes.</summary>
    public async Task<int> SizeOfFactAsync(Func<Task> act, CancellationToken cancellation)
    {
        var probe = (await channel.QueueDeclareAsync(cancellationToken: cancellation)).QueueName;
        await channel.QueueBindAsync(probe, Facts, "", cancellationToken: cancellation);
        await act();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            if (await channel.BasicGetAsync(probe, autoAck: true, limit.Token) is { } fact && fact.Body.Span.IndexOf("CanarySent"u8) < 0)
            {
                await channel.QueueDeleteAsync(probe, cancellationToken: cancellation);
                return fact.Body.Length;
            }
            await Task.Delay(Look, limit.Token);
        }
    }

    /// <param name="inFlight">Publishes that wait for their confirmation at once.</param>
    public async Task<Sample> RunAsync(Watch watch, int inFlight, int bytes, TimeSpan length, CancellationToken cancellation)
    {
        var body = new byte[bytes];
        Random.Shared.NextBytes(body);
        await channel.QueuePurgeAsync(Queue, cancellation);
        var ((operations, elapsed), uses) = await watch.FollowAsync(() => ClosedLoop.RunAsync(inFlight, length, async (_, stop) => await PublishAsync(body, stop), cancellation));
        var queued = (await channel.QueueDeclarePassiveAsync(Queue, cancellation)).MessageCount;
        if (queued != operations) throw new InvalidOperationException($"{operations} confirmed messages, {queued} in the queue.");
        await channel.QueuePurgeAsync(Queue, cancellation);
        return new(operations, elapsed, [], uses);
    }

    /// <summary>Milliseconds of single publishes, one after another.</summary>
    public async Task<double[]> LatenciesAsync(int bytes, int count, CancellationToken cancellation)
    {
        var body = new byte[bytes];
        var latencies = new double[count];
        for (var publish = 0; publish < count; publish++)
        {
            var began = Stopwatch.GetTimestamp();
            await PublishAsync(body, cancellation);
            latencies[publish] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        await channel.QueuePurgeAsync(Queue, cancellation);
        return latencies;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private ValueTask PublishAsync(byte[] body, CancellationToken cancellation) => channel.BasicPublishAsync("", Queue, mandatory: true, Persistent, body, cancellation);
}
