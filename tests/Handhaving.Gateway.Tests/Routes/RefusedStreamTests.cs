using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Routes;

/// <summary>A service that ends a stream while its caller still sends breaks the upload, and has answered all the same; the caller's connection goes on.</summary>
public sealed class RefusedStreamTests(Bench bench)
{
    // Each that is refused counts as open for five seconds: a connection holds 200 of these.
    private const int Times = 50;

    // This client may break its own connection, and its next stream loses its first message with it: it is told so, and opens it again.
    private const int MostLost = 2;
    private static readonly (StatusCode, string) Lost = (StatusCode.Unavailable, "FIRST_MESSAGE_MISSING");

    [Fact]
    public Task A_stream_refused_at_its_second_message_ends_with_the_status_of_the_service_alone() =>
        EndAsync([new() { Parent = "municipalities/0888", Batch = 1 }, new() { Parent = ReplicaUnits.Refused, Batch = 2 }], (StatusCode.NotFound, "NOT_FOUND"));

    [Fact]
    public Task A_stream_refused_at_its_first_message_ends_with_the_status_of_the_service_alone() =>
        EndAsync([new() { Parent = ReplicaUnits.Refused, Batch = 1 }], (StatusCode.NotFound, "NOT_FOUND"));

    private async Task EndAsync(IReadOnlyList<StreamPositionsRequest> batches, (StatusCode, string) end)
    {
        using var channel = bench.Gateway.Channel();
        var units = new UnitService.UnitServiceClient(channel);
        var lost = 0;
        for (var time = 0; time < Times + lost; time++)
        {
            using var stream = units.StreamPositions(bench.Gateway.Call(seconds: 60));
            var ended = await Failure.OfAsync(() => FloodAsync(stream, batches));
            if (ended == Lost) lost++;
            else Assert.Equal(end, ended);
        }
        Assert.InRange(lost, 0, MostLost);
    }

    private static async Task FloodAsync(AsyncDuplexStreamingCall<StreamPositionsRequest, StreamPositionsResponse> stream, IReadOnlyList<StreamPositionsRequest> batches)
    {
        foreach (var batch in batches.SkipLast(1))
        {
            await stream.RequestStream.WriteAsync(batch, TestContext.Current.CancellationToken);
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }
        var sending = SendAsync(stream.RequestStream, batches[^1]);
        try
        {
            await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        }
        finally
        {
            await sending;
        }
    }

    // Goes on after the refusal until it is stopped, as a device does that does not read its answers.
    private static async Task SendAsync(IClientStreamWriter<StreamPositionsRequest> stream, StreamPositionsRequest batch)
    {
        try
        {
            while (true) await stream.WriteAsync(batch, TestContext.Current.CancellationToken);
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException)
        {
            // The answer is read by the test.
        }
    }
}
