using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Handhaving.Testing.Identity;
using Xunit;

namespace Handhaving.Gateway.Tests.Routes;

public sealed class CallLifetimeTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TestIssuer? issuer;
    private Replica? replica;

    [Fact]
    public async Task A_stream_that_beats_outlives_the_silence_it_is_allowed()
    {
        await using var gateway = Start(("Calls:StreamSilence", "00:00:01"));
        using var stream = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Beating }, gateway.Call(seconds: 60));

        var messages = await stream.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1 + ReplicaBoard.Beats, messages);
    }

    [Fact]
    public async Task A_stream_that_stays_silent_ends_with_a_status_after_it_began()
    {
        await using var gateway = Start(("Calls:StreamSilence", "00:00:00.500"));
        using var stream = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Silent }, gateway.Call(seconds: 60));
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        var error = await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.Equal((StatusCode.Unavailable, "STREAM_SILENT"), error);
    }

    [Fact]
    public async Task A_stream_of_positions_of_which_only_the_service_says_something_is_not_silent()
    {
        await using var gateway = Start(("Calls:StreamSilence", "00:00:01"));
        using var stream = new UnitService.UnitServiceClient(gateway.Channel()).StreamPositions(gateway.Call(seconds: 60));

        await stream.RequestStream.WriteAsync(new() { Parent = ReplicaUnits.Beating, Batch = 1 }, TestContext.Current.CancellationToken);
        for (var beat = 0; beat < ReplicaUnits.Beats; beat++) Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        await stream.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = 2 }, TestContext.Current.CancellationToken);

        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(2, stream.ResponseStream.Current.Batch);
    }

    [Fact]
    public async Task A_stream_that_was_opened_and_never_sent_on_is_to_be_opened_again()
    {
        await using var gateway = Start(("Calls:FirstMessageLimit", "00:00:00.300"));
        using var stream = new UnitService.UnitServiceClient(gateway.Channel()).StreamPositions(gateway.Call(seconds: 60));

        var error = await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.Equal((StatusCode.Unavailable, "FIRST_MESSAGE_MISSING"), error);
    }

    [Fact]
    public async Task A_stream_whose_first_message_came_may_be_silent_for_longer()
    {
        await using var gateway = Start(("Calls:FirstMessageLimit", "00:00:00.300"));
        using var stream = new UnitService.UnitServiceClient(gateway.Channel()).StreamPositions(gateway.Call(seconds: 60));
        using var beats = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Beating }, gateway.Call(seconds: 60));
        await stream.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = 1 }, TestContext.Current.CancellationToken);
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        await beats.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
        await stream.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = 2 }, TestContext.Current.CancellationToken);

        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(2, stream.ResponseStream.Current.Batch);
    }

    [Fact]
    public async Task A_unary_call_is_ended_by_the_gateway_when_the_service_does_not()
    {
        await using var gateway = Start(("Calls:UnaryLimit", "00:00:00.500"));

        var error = await Failure.OfAsync(gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Hanging }, gateway.Call(seconds: 60)));

        Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), error);
        await Replica.Cancelled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_deadline_of_the_caller_reaches_the_service()
    {
        await using var gateway = Start();

        var failure = await Assert.ThrowsAsync<RpcException>(() => gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Hanging }, gateway.Call(seconds: 0.5)).ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await Replica.Cancelled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_caller_that_cancels_cancels_in_the_service()
    {
        await using var gateway = Start();
        using var stream = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Silent }, gateway.Call(seconds: 60));
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        stream.Dispose();

        await Replica.Cancelled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_draining_gateway_ends_streams_with_a_status_that_says_connect_again()
    {
        await using var gateway = Start();
        using var stream = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Silent }, gateway.Call(seconds: 60));
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        gateway.Drain();

        var error = await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal((StatusCode.Unavailable, "DRAINING"), error);
    }

    public async ValueTask InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        replica = await Replica.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (replica is not null) await replica.DisposeAsync();
        if (issuer is not null) await issuer.DisposeAsync();
    }

    private Replica Replica => replica ?? throw new InvalidOperationException("Not started.");

    private GatewayUnderTest Start(params (string, string)[] settings) =>
        GatewayUnderTest.Start(issuer ?? throw new InvalidOperationException("Not started."), [Replica], settings);
}
