using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Handhaving.Testing.Identity;
using Xunit;

namespace Handhaving.Gateway.Tests.Limits;

/// <summary>A gateway that stops while many clients send: each is told why its stream ends before its connection closes.</summary>
public sealed class DrainingStreamsTests(Bench bench)
{
    private const int Clients = 60;

    [Fact]
    public async Task Each_client_that_still_sends_is_told_that_the_gateway_drains()
    {
        await using var replica = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [replica], ("RateLimits:Burst", "100000"), ("RateLimits:PermitsPerSecond", "100000"), ("OpenStreams:PerIdentity", $"{Clients}"));
        var clients = Enumerable.Range(0, Clients).Select(_ => new Client(gateway)).ToList();

        var ends = clients.Select(client => client.PlayAsync()).ToList();
        await Task.WhenAll(clients.Select(client => client.Busy));
        gateway.Drain();

        Assert.Equal([((StatusCode.Unavailable, "DRAINING"), Clients)], (await Task.WhenAll(ends)).CountBy(end => end).Select(end => (end.Key, end.Value)));
        clients.ForEach(client => client.Dispose());
    }

    /// <summary>Sends the next batch, on a connection of its own, as soon as the one before it is acknowledged.</summary>
    private sealed class Client : IDisposable
    {
        private const int BusyFrom = 20; // batches
        private readonly GrpcChannel channel;
        private readonly AsyncDuplexStreamingCall<StreamPositionsRequest, StreamPositionsResponse> stream;
        private readonly TaskCompletionSource busy = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Client(GatewayUnderTest gateway)
        {
            channel = gateway.Channel();
            stream = new UnitService.UnitServiceClient(channel).StreamPositions(gateway.Call(seconds: 60));
        }

        public Task Busy => busy.Task;

        /// <returns>What the client is told at the end.</returns>
        public Task<(StatusCode, string)> PlayAsync() => Failure.OfAsync(async () =>
        {
            for (var batch = 1; ; batch++)
            {
                await TrySendAsync(batch);
                await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
                if (batch == BusyFrom) busy.SetResult();
            }
        });

        public void Dispose()
        {
            stream.Dispose();
            channel.Dispose();
        }

        // Why it cannot be sent is told by what is read.
        private async Task TrySendAsync(int batch)
        {
            try
            {
                await stream.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = batch }, TestContext.Current.CancellationToken);
            }
            catch (Exception ended) when (ended is RpcException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
