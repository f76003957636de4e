using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Testing.Identity;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A replica that stops while many clients send and many screens read: each is told why its stream ends before its connection closes.</summary>
public sealed class BusyDrainTests(DispatchRegion region)
{
    private const int Senders = 20, Screens = 10, BusyFrom = 5;
    private static readonly V1.StreamPositionsRequest Batch = new()
    {
        Parent = "municipalities/0888",
        Fixes = { new V1.UnitFix { Unit = "municipalities/0888/units/none", Fix = new() { Position = Work.MarketOf("0888"), FixTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow) } } },
    };

    [Fact]
    public async Task On_sigterm_everybody_whose_stream_is_busy_is_told_that_the_replica_drains()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        using var replica = ReplicaProcess.Start(region, address);
        var clients = Enumerable.Range(0, Senders + Screens).Select(number => new Client(region, address, sends: number < Senders)).ToList();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var writing = WriteAsync(over.Token); // what the screens read

        var ends = clients.Select(client => client.PlayAsync()).ToList();
        var busy = Task.WhenAll(clients.Select(client => client.Busy));
        await Task.WhenAny(Task.WhenAny(ends), busy).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        foreach (var early in ends.Where(end => end.IsCompleted)) Assert.Fail($"A stream ended before the replica was told to stop: {await early}");
        replica.Terminate();
        var told = await Task.WhenAll(ends);
        await over.CancelAsync();
        await writing;
        await replica.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        clients.ForEach(client => client.Dispose());

        Assert.Equal([((StatusCode.Unavailable, "DRAINING"), Senders + Screens)], told.CountBy(end => end).Select(end => (end.Key, end.Value)));
        Assert.Equal(0, replica.Process.ExitCode);
    }

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
            for (var batch = 2; batch < 50 && await moment.WaitForNextTickAsync(TestContext.Current.CancellationToken); batch++) await Client.TrySendAsync(stream.RequestStream, batch);
        line.Release();

        var ended = await Assert.ThrowsAsync<RpcException>(async () => await stream.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal((StatusCode.Unavailable, "DRAINING"), (ended.StatusCode, Client.ReasonOf(ended)));
    }

    private async Task WriteAsync(CancellationToken over)
    {
        var person = Person.Centralist(region);
        var incident = await person.ReportAsync();
        while (!over.IsCancellationRequested) await person.Incidents.AddNoteAsync(new() { Name = incident.Name, Text = "nog bezig", RequestId = Work.NewRequest() }, person.Call);
        await person.Incidents.CancelIncidentAsync(new() { Name = incident.Name, Etag = (await person.Incidents.GetIncidentAsync(new() { Name = incident.Name }, person.Call)).Incident.Etag, Reason = "proef", RequestId = Work.NewRequest() }, person.Call);
    }

    /// <summary>On a connection of its own, a device that sends the next batch as soon as the one before is acknowledged, or a screen.</summary>
    private sealed class Client(DispatchRegion region, string address, bool sends) : IDisposable
    {
        private readonly GrpcChannel channel = GrpcChannel.ForAddress(address);
        private readonly TaskCompletionSource busy = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Busy => busy.Task;

        /// <returns>What it is told at the end; no reason when its connection just closed.</returns>
        public async Task<(StatusCode, string)> PlayAsync()
        {
            var person = new Person(region, channel, "centralist-wm-05", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);
            var options = new CallOptions(person.Headers, DateTime.UtcNow.AddMinutes(2), TestContext.Current.CancellationToken).WithWaitForReady();
            var ended = await Assert.ThrowsAsync<RpcException>(() => sends ? SendAsync(person, options) : ReadAsync(person, options));
            return (ended.StatusCode, ReasonOf(ended));
        }

        public static string ReasonOf(RpcException ended) => ended.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason ?? ended.Status.Detail;

        public void Dispose() => channel.Dispose();

        private async Task SendAsync(Person person, CallOptions options)
        {
            using var stream = person.Units.StreamPositions(options);
            for (var batch = 1; ; batch++)
            {
                await TrySendAsync(stream.RequestStream, batch);
                await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
                if (batch == BusyFrom) busy.SetResult();
            }
        }

        // Why it cannot be sent is told by what is read.
        public static async Task TrySendAsync(IClientStreamWriter<V1.StreamPositionsRequest> stream, int batch)
        {
            try
            {
                await stream.WriteAsync(new(Batch) { Batch = batch }, TestContext.Current.CancellationToken);
            }
            catch (Exception ended) when (ended is RpcException or InvalidOperationException or IOException)
            {
                return;
            }
        }

        private async Task ReadAsync(Person person, CallOptions options)
        {
            using var screen = person.Board.WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, options);
            await foreach (var message in screen.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
                if (message.Delta?.Item?.Incident is not null) busy.TrySetResult();
        }
    }
}
