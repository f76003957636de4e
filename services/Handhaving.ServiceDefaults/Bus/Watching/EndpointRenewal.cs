using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Handhaving.ServiceDefaults.Bus.Watching;

/// <summary>Knows the endpoints of this process's queues and takes one up anew that lost the broker, instead of waiting for the bus or starting all of it again.</summary>
/// <remarks>The bus waits up to thirty seconds between two tries, at a pace that cannot be set and that no success resets. Stopped while an endpoint has lost
/// the broker, it leaves that endpoint out when it starts again (MassTransit 8.5).</remarks>
public sealed partial class EndpointRenewal(IReadOnlyList<ConsumerQueues> consumers, TimeProvider clock, ILogger<EndpointRenewal> logger) : IReceiveEndpointObserver
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);
    private readonly HashSet<string> queues = [.. consumers.SelectMany(consumer => consumer.All)];
    private readonly ConcurrentDictionary<string, IReceiveEndpoint> endpoints = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> patience = [];

    /// <summary>Takes up those that lost the broker; for who knows that it is there.</summary>
    public async Task RenewLostAsync(CancellationToken cancellation)
    {
        foreach (var queue in patience.Where(lost => lost.Value <= clock.GetUtcNow()).Select(lost => lost.Key)) await RenewAsync(queue, cancellation);
    }

    /// <summary>Takes one up, whatever it thinks of itself.</summary>
    public async Task RenewAsync(string queue, CancellationToken cancellation)
    {
        if (!endpoints.TryGetValue(queue, out var endpoint)) return; // it has not come up yet, and is tried by the bus
        patience[queue] = clock.GetUtcNow() + LongestConnect;
        LogRenewal(queue);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestStop);
        try
        {
            await endpoint.Stop(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogStuck(queue, LongestStop.TotalSeconds); // it still holds what it took, and is asked again
            return;
        }
        endpoint.Start(CancellationToken.None);
    }

    Task IReceiveEndpointObserver.Ready(ReceiveEndpointReady ready)
    {
        if (Own(ready.InputAddress, ready.ReceiveEndpoint) is { } queue) patience.TryRemove(queue, out _);
        return Task.CompletedTask;
    }

    Task IReceiveEndpointObserver.Completed(ReceiveEndpointCompleted completed) => LoseAsync(completed.InputAddress, completed.ReceiveEndpoint);

    Task IReceiveEndpointObserver.Faulted(ReceiveEndpointFaulted faulted) => LoseAsync(faulted.InputAddress, faulted.ReceiveEndpoint);

    Task IReceiveEndpointObserver.Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    private Task LoseAsync(Uri address, IReceiveEndpoint endpoint)
    {
        if (Own(address, endpoint) is { } queue) patience.TryAdd(queue, clock.GetUtcNow() + Grace);
        return Task.CompletedTask;
    }

    // The bus has an endpoint of its own too.
    private string? Own(Uri address, IReceiveEndpoint endpoint)
    {
        var queue = address.Segments[^1];
        if (!queues.Contains(queue)) return null;
        endpoints[queue] = endpoint;
        return queue;
    }

    [LoggerMessage(EventId = 1623, Level = LogLevel.Warning, Message = "The endpoint of {Queue} is taken up anew")]
    private partial void LogRenewal(string queue);

    [LoggerMessage(EventId = 1624, Level = LogLevel.Warning, Message = "The endpoint of {Queue} did not stop within {Seconds} s; a handler hangs")]
    private partial void LogStuck(string queue, double seconds);
}
