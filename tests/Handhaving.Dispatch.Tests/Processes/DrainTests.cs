using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Testing.Identity;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A replica that is told to stop finishes what it began, tells its streams to go on elsewhere, and is gone in time.</summary>
public sealed class DrainTests(DispatchRegion region)
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);
    private static readonly V1.StreamPositionsRequest Batch = new()
    {
        Parent = "municipalities/0888",
        Fixes = { new V1.UnitFix { Unit = "municipalities/0888/units/none", Fix = new() { Position = Work.MarketOf("0888"), FixTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow) } } },
    };
    private static readonly V1.WatchBoardRequest Board = new() { Parent = "teams/westelijke-mijnstreek" };

    [Fact]
    public async Task On_sigterm_a_call_in_flight_finishes_streams_are_sent_elsewhere_and_the_process_exits_with_zero()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        using var replica = ReplicaProcess.Start(region, address);
        using var channel = GrpcChannel.ForAddress(address);
        var person = new Person(region, channel, "centralist-wm-04", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);
        using var screen = person.Board.WatchBoard(Board, new CallOptions(person.Headers, cancellationToken: TestContext.Current.CancellationToken).WithWaitForReady());
        var (_, token) = await ReadAsync(screen, message => message.SnapshotEnd is not null);
        var before = await person.ReportAsync();
        (_, token) = await ReadAsync(screen, message => NameOf(message) == before.Name, token);

        using var positions = person.Units.StreamPositions(person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        await positions.RequestStream.WriteAsync(Batch, TestContext.Current.CancellationToken);
        Assert.True(await positions.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var watcher = new Person(region, channel, "canary", "canary", ["0888"], []);
        using var canaries = watcher.Canary.WatchCanaries(new() { Parent = "municipalities/0888" }, watcher.Headers, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await canaries.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        await using var hold = await HeldIncident.HoldAsync(region, before);
        var held = person.Incidents.RecordDispositionAsync(new() { Name = before.Name, Etag = before.Etag, Disposition = "warning", RequestId = Work.NewRequest() }, person.Call).ResponseAsync;
        await hold.WaitedForAsync();
        replica.Terminate();
        var ended = await Task.WhenAll(
            Assert.ThrowsAsync<RpcException>(() => ReadAsync(screen, _ => false)),
            Assert.ThrowsAsync<RpcException>(() => positions.ResponseStream.MoveNext(TestContext.Current.CancellationToken)),
            Assert.ThrowsAsync<RpcException>(async () => await canaries.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken)));
        Assert.False(held.IsCompleted, "The call in flight ended before what it waits for.");
        await hold.DisposeAsync();

        Assert.All(ended, end => Assert.Equal((StatusCode.Unavailable, "DRAINING"), (end.StatusCode, Failure.Of(end).Reason)));
        Assert.Equal(V1.IncidentState.Handled, (await held).Incident.State);
        await replica.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Promised, TestContext.Current.CancellationToken);
        Assert.Equal(0, replica.Process.ExitCode);
        var other = Person.Centralist(region, 1);
        using var resumed = other.Board.WatchBoard(new() { Parent = Board.Parent, ResumeToken = token }, other.Headers, cancellationToken: TestContext.Current.CancellationToken);
        var (missed, _) = await ReadAsync(resumed, message => NameOf(message) == before.Name);
        Assert.False(missed[0].Hello.Reset);
        Assert.Equal([V1.IncidentState.Handled], missed.Where(message => NameOf(message) == before.Name).Select(message => message.Delta.Item.Incident.State));
    }

    private static async Task<(List<V1.WatchBoardResponse> Messages, string Token)> ReadAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> screen, Func<V1.WatchBoardResponse, bool> isLast, string token = "")
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        List<V1.WatchBoardResponse> messages = [];
        while (await screen.ResponseStream.MoveNext(limit.Token))
        {
            messages.Add(screen.ResponseStream.Current);
            if (messages[^1].ResumeToken.Length > 0) token = messages[^1].ResumeToken;
            if (isLast(messages[^1])) return (messages, token);
        }
        throw new Xunit.Sdk.XunitException("The stream ended before what was waited for.");
    }

    private static string NameOf(V1.WatchBoardResponse message) => message.Delta?.Item?.Incident?.Name ?? "";
}
