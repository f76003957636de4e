using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;
using Handhaving.Testing.Servers;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>What befalls the platform during a run.</summary>
/// <param name="Target">What the others' p99 may be beside it, against the same without.</param>
/// <param name="LastsSeconds">At least so long is a run with it, that what comes after it is seen too.</param>
/// <param name="BefallAsync">Begins with the run; returns when all works again.</param>
internal sealed record Disturbance(string Name, string What, string Target, int LastsSeconds, Func<SystemUnderTest, TimeSpan, CancellationToken, Task> BefallAsync)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<Disturbance> All { get; } =
    [
        new("relay", "the other replica with its relay killed -9 and started again", "-", 10, KillRelayAsync),
        new("broker", "the broker killed -9 and started again", "-", 25, RestartBrokerAsync),
        new("screen", "one screen that never reads", "<= 1.2x", 0, NeverReadAsync),
    ];

    private static async Task KillRelayAsync(SystemUnderTest system, TimeSpan length, CancellationToken cancellation)
    {
        await Task.Delay(Calm, cancellation);
        await system.ReplaceSecondDispatchAsync(cancellation);
    }

    private static async Task RestartBrokerAsync(SystemUnderTest system, TimeSpan length, CancellationToken cancellation)
    {
        await Task.Delay(Calm, cancellation);
        await system.Servers.KillAsync(TestServer.RabbitMQ);
        await system.Servers.StartAsync(TestServer.RabbitMQ, cancellation);
    }

    // On a connection of its own, past the gateway: what waits for it waits in dispatch.
    private static async Task NeverReadAsync(SystemUnderTest system, TimeSpan length, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(system.Dispatch);
        using var screen = new BoardService.BoardServiceClient(channel).WatchBoard(new() { Parent = $"teams/{Region.Team}" }, system.Region.Headers, cancellationToken: cancellation);
        if (!await screen.ResponseStream.MoveNext(cancellation)) throw new InvalidOperationException("A screen ended before it began.");
        await Task.Delay(length, cancellation);
    }
}
