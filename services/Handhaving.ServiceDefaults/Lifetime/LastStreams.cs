using Microsoft.Extensions.Hosting;

namespace Handhaving.ServiceDefaults.Lifetime;

/// <summary>How long a process that stops waits for its streams; section Streams of the configuration.</summary>
public sealed record LastStreamLimits
{
    /// <summary>How long streams may take to end, before connections are closed under them.</summary>
    public TimeSpan End { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the clients of ended streams have to read why, before their connections are closed.</summary>
    public TimeSpan Status { get; init; } = TimeSpan.FromMilliseconds(500);
}

/// <summary>Counts the streams that are open. When the process stops, each of them ends with its status and its client has a moment to read that, before any connection is closed.</summary>
/// <remarks>A server closes a connection as soon as its last stream has ended. What a client still sends then finds nobody and is answered with a reset, which takes along what that client had not read yet: the status.</remarks>
public sealed class LastStreams(LastStreamLimits limits, TimeProvider clock) : IHostedLifecycleService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private int open;
    private long lastEnd = long.MinValue;

    public void Opened() => Interlocked.Increment(ref open);

    public void Ended()
    {
        Volatile.Write(ref lastEnd, clock.GetTimestamp());
        Interlocked.Decrement(ref open);
    }

    /// <summary>Before the server stops: streams end by themselves, for they live until the process stops.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limits.End, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        while (Volatile.Read(ref open) > 0 && !limit.IsCancellationRequested) await Task.Delay(BetweenLooks, clock, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // They begin to end before this is asked: the last one may be over, and not read yet.
        if (Volatile.Read(ref lastEnd) is var last && last == long.MinValue) return;
        var left = limits.Status - clock.GetElapsedTime(last);
        if (left > TimeSpan.Zero) await Task.Delay(left, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
