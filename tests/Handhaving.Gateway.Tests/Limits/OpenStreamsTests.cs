using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client.Web;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.Testing.Telemetry;
using Xunit;
using HealthService = Grpc.Health.V1.Health;

namespace Handhaving.Gateway.Tests.Limits;

/// <summary>Who may hold how many streams open, and what counts as one.</summary>
public sealed class OpenStreamsTests(Bench bench) : IAsyncLifetime
{
    private OpenStreams streams = null!; // set before each test

    public async ValueTask InitializeAsync() => streams = await OpenStreams.StartAsync(bench);

    public ValueTask DisposeAsync() => streams.DisposeAsync();

    [Fact]
    public async Task Who_holds_as_many_as_he_may_gets_no_more_and_is_told_when_to_ask_again()
    {
        await streams.OpenAsync(OpenStreams.Most);

        var refused = await Assert.ThrowsAsync<RpcException>(() => streams.OpenAsync(1));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("TOO_MANY_STREAMS", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        Assert.NotNull(refused.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task And_in_grpc_web(GrpcWebMode mode)
    {
        await streams.OpenAsync(OpenStreams.Most);

        Assert.Equal(OpenStreams.TooMany, await Failure.OfAsync(() => streams.OpenAsync(1, over: streams.Gateway.WebChannel(mode))));
    }

    [Fact]
    public async Task A_stream_of_positions_counts_from_its_opening()
    {
        await streams.OpenAsync(OpenStreams.Most - 1);
        using var positions = new UnitService.UnitServiceClient(streams.Gateway.Channel()).StreamPositions(streams.Gateway.Call(seconds: 60));
        await positions.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = 1 }, TestContext.Current.CancellationToken);
        Assert.True(await positions.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.Equal(OpenStreams.TooMany, await Failure.OfAsync(() => streams.OpenAsync(1)));
    }

    [Fact]
    public async Task Another_identity_and_calls_with_one_answer_are_not_refused()
    {
        await streams.OpenAsync(OpenStreams.Most);

        await streams.OpenAsync(OpenStreams.Most, token: bench.Issuer.Token("another"));

        var answer = await streams.Gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, streams.Gateway.Call());
        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Fact]
    public async Task A_role_may_have_a_number_of_its_own()
    {
        var partner = bench.Issuer.Token("partner", roles: "partner-simulator");

        await streams.OpenAsync(OpenStreams.MostOfPartner, token: partner);

        Assert.Equal(OpenStreams.TooMany, await Failure.OfAsync(() => streams.OpenAsync(1, token: partner)));
    }

    [Fact]
    public async Task Who_has_no_token_is_counted_by_address()
    {
        var health = new HealthService.HealthClient(streams.Gateway.Channel());
        for (var time = 0; time < OpenStreams.Most; time++)
        {
            var watch = health.Watch(new(), cancellationToken: TestContext.Current.CancellationToken);
            streams.Keep(watch);
            Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }

        using var refused = health.Watch(new(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(OpenStreams.TooMany, await Failure.OfAsync(() => refused.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
        await streams.OpenAsync(OpenStreams.Most);
    }

    [Fact]
    public async Task What_is_open_is_measured()
    {
        const string measure = "handhaving.streams.open{method=/handhaving.dispatch.v1.UnitService/StreamPositions}";
        using var measured = new Measurements(TelemetrySetup.SourceName);
        await using var draining = GatewayUnderTest.Start(bench.Issuer, [streams.Replica]);
        using var stream = new UnitService.UnitServiceClient(draining.Channel()).StreamPositions(draining.Call(seconds: 60));
        await stream.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = 1 }, TestContext.Current.CancellationToken);
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var opened = measured.CountOf(measure);

        draining.Drain();
        Assert.Equal((StatusCode.Unavailable, "DRAINING"), await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));

        Assert.True(opened >= 1);
        await OpenStreams.EventuallyAsync(() => Task.FromResult(measured.CountOf(measure) > opened));
    }
}
