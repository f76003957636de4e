using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Limits;

/// <summary>A gateway with two streams for each identity, and five for a partner, and what a test holds open of them.</summary>
internal sealed class OpenStreams(GatewayUnderTest gateway, Replica replica) : IAsyncDisposable
{
    public const int Most = 2;
    public const int MostOfPartner = 5;
    public static readonly (StatusCode, string) TooMany = (StatusCode.ResourceExhausted, "TOO_MANY_STREAMS");

    private readonly List<IDisposable> open = [];

    public GatewayUnderTest Gateway => gateway;

    public Replica Replica => replica;

    public static async Task<OpenStreams> StartAsync(Bench bench)
    {
        var replica = await Replica.StartAsync();
        return new(GatewayUnderTest.Start(bench.Issuer, [replica],
            ("RateLimits:Burst", "100000"), ("RateLimits:PermitsPerSecond", "100000"),
            ("OpenStreams:PerIdentity", $"{Most}"), ("OpenStreams:Roles:partner-simulator", $"{MostOfPartner}")), replica);
    }

    public async ValueTask DisposeAsync()
    {
        CloseAll();
        await gateway.DisposeAsync();
        await replica.DisposeAsync();
    }

    public async Task OpenAsync(int count, string? token = null, GrpcChannel? over = null)
    {
        var board = new BoardService.BoardServiceClient(over ?? Gateway.Channel());
        for (var time = 0; time < count; time++)
        {
            var stream = board.WatchBoard(new() { Parent = ReplicaBoard.Silent }, Gateway.Call(token, seconds: 60));
            open.Add(stream);
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }
    }

    public void Keep(IDisposable stream) => open.Add(stream);

    public void CloseAll() => open.ForEach(stream => stream.Dispose());

    public static async Task EventuallyAsync(Func<Task<bool>> happened)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await happened())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
