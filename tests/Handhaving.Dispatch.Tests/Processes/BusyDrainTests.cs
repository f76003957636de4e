using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Testing.Identity;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A replica that stops closes no connection under a client that still sends and has not read yet why its stream ended: the reset would take the reason along.</summary>
public sealed class BusyDrainTests(DispatchRegion region)
{
    private static readonly V1.StreamPositionsRequest Batch = new()
    {
        Parent = "municipalities/0888",
        Fixes = { new V1.UnitFix { Unit = "municipalities/0888/units/none", Fix = new() { Position = Work.MarketOf("0888"), FixTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow) } } },
    };

    [Fact]
    public async Task A_device_that_has_not_read_yet_that_its_stream_ended_and_still_sends_reads_why()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        using var replica = ReplicaProcess.Start(region, address, "--Streams:Status=00:00:04");
        using var ready = GrpcChannel.ForAddress(address);
        var desk = new Person(region, ready, "centralist-wm-05", "centralist", ["0888"], ["westelijke-mijnstreek"]);
        await desk.Units.ListUnitsAsync(new() { Parent = "municipalities/0888" }, desk.Call.WithWaitForReady());
        using var line = new HeldLine();
        using var channel = GrpcChannel.ForAddress(address, new() { HttpHandler = line.Handler });
        var device = new Person(region, channel, "centralist-wm-05", "centralist", ["0888"], ["westelijke-mijnstreek"]);
        using var stream = device.Units.StreamPositions(device.Headers, cancellationToken: TestContext.Current.CancellationToken);
        await stream.RequestStream.WriteAsync(Batch, TestContext.Current.CancellationToken);
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        line.Hold();
        replica.Terminate();
        await line.Arrived.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        using (var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(10)))
            for (var batch = 0; batch < 50 && await moment.WaitForNextTickAsync(TestContext.Current.CancellationToken); batch++) await TrySendAsync(stream.RequestStream);
        line.Release();

        var ended = await Assert.ThrowsAsync<RpcException>(async () => await stream.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal((StatusCode.Unavailable, "DRAINING"), (ended.StatusCode, ended.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason));
    }

    // Why it cannot be sent is told by what is read.
    private static async Task TrySendAsync(IClientStreamWriter<V1.StreamPositionsRequest> stream)
    {
        try
        {
            await stream.WriteAsync(Batch, TestContext.Current.CancellationToken);
        }
        catch (Exception ended) when (ended is RpcException or InvalidOperationException or IOException)
        {
            return;
        }
    }
}
