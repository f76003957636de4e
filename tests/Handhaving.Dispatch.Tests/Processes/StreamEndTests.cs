using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A stream lives no longer than the token that opened it, whether it is silent or busy.</summary>
public sealed class StreamEndTests(DispatchRegion region)
{
    private const int Skew = 60;
    private const int Left = 3;

    [Fact]
    public async Task A_silent_stream_of_positions_ends_with_the_token()
    {
        using var stream = Positions();

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), await EndOfAsync(stream.ResponseStream));
    }

    [Fact]
    public async Task A_busy_stream_of_positions_ends_with_the_token()
    {
        using var stream = Positions();
        var sending = SendAsync(stream.RequestStream);

        var end = await EndOfAsync(stream.ResponseStream);

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), end);
        Assert.True(await sending > 0);
    }

    [Fact]
    public async Task A_board_ends_with_the_token()
    {
        using var screen = new V1.BoardService.BoardServiceClient(region.Replica(0)).WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, HeadersOf("centralist"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), await EndOfAsync(screen.ResponseStream));
    }

    [Fact]
    public async Task A_stream_of_canaries_ends_with_the_token()
    {
        using var stream = new V1.CanaryService.CanaryServiceClient(region.Replica(0)).WatchCanaries(new() { Parent = "municipalities/0888" }, HeadersOf("canary"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), await EndOfAsync(stream.ResponseStream));
    }

    private AsyncDuplexStreamingCall<V1.StreamPositionsRequest, V1.StreamPositionsResponse> Positions() =>
        new V1.UnitService.UnitServiceClient(region.Replica(0)).StreamPositions(HeadersOf("centralist"), cancellationToken: TestContext.Current.CancellationToken);

    // A token that counts for a few seconds more.
    private Metadata HeadersOf(string role) =>
        new() { { "authorization", "Bearer " + region.Issuer.Token("short-lived", [role], ["0888"], ["westelijke-mijnstreek"], token => token.Expires = DateTime.UtcNow.AddSeconds(Left - Skew)) } };

    /// <summary>How a stream ended that had begun well.</summary>
    private static async Task<(StatusCode, string)> EndOfAsync<T>(IAsyncStreamReader<T> stream)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var ended = Failure.Of(await Assert.ThrowsAsync<RpcException>(async () => await stream.ReadAllAsync(limit.Token).CountAsync(limit.Token)));
        return (ended.Code, ended.Reason);
    }

    private static async Task<int> SendAsync(IClientStreamWriter<V1.StreamPositionsRequest> stream)
    {
        var batch = new V1.StreamPositionsRequest { Parent = "municipalities/0888", Fixes = { new V1.UnitFix { Unit = "municipalities/0888/units/none", Fix = new() { Position = Work.MarketOf("0888"), FixTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow) } } } };
        var sent = 0;
        try
        {
            for (; ; sent++) await stream.WriteAsync(batch, TestContext.Current.CancellationToken);
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            return sent;
        }
    }
}
