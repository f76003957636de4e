using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.Testing.Telemetry;
using Xunit;
using HealthService = Grpc.Health.V1.Health;

namespace Handhaving.Gateway.Tests.Limits;

/// <summary>Two streams for each identity, and five for a partner.</summary>
public sealed class OpenStreamsTests(Bench bench) : IAsyncLifetime
{
    private const int Most = 2;
    private const int MostOfPartner = 5;
    private static readonly (StatusCode, string) TooMany = (StatusCode.ResourceExhausted, "TOO_MANY_STREAMS");

    private readonly List<IDisposable> open = [];
    private Replica? replica;
    private GatewayUnderTest? gateway;

    [Fact]
    public async Task Who_holds_as_many_as_he_may_gets_no_more_and_is_told_when_to_ask_again()
    {
        await OpenAsync(Most);

        var refused = await Assert.ThrowsAsync<RpcException>(() => OpenAsync(1));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("TOO_MANY_STREAMS", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        Assert.NotNull(refused.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task And_in_grpc_web(GrpcWebMode mode)
    {
        await OpenAsync(Most);

        Assert.Equal(TooMany, await Failure.OfAsync(() => OpenAsync(1, over: Gateway.WebChannel(mode))));
    }

    [Fact]
    public async Task A_stream_of_positions_counts_from_its_opening()
    {
        await OpenAsync(Most - 1);
        using var positions = new UnitService.UnitServiceClient(Gateway.Channel()).StreamPositions(Gateway.Call(seconds: 60));
        await positions.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = 1 }, TestContext.Current.CancellationToken);
        Assert.True(await positions.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.Equal(TooMany, await Failure.OfAsync(() => OpenAsync(1)));
    }

    [Fact]
    public async Task Another_identity_and_calls_with_one_answer_are_not_refused()
    {
        await OpenAsync(Most);

        await OpenAsync(Most, token: bench.Issuer.Token("another"));

        var answer = await Gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, Gateway.Call());
        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Fact]
    public async Task A_role_may_have_a_number_of_its_own()
    {
        var partner = bench.Issuer.Token("partner", roles: "partner-simulator");

        await OpenAsync(MostOfPartner, token: partner);

        Assert.Equal(TooMany, await Failure.OfAsync(() => OpenAsync(1, token: partner)));
    }

    [Fact]
    public async Task Who_has_no_token_is_counted_by_address()
    {
        var health = new HealthService.HealthClient(Gateway.Channel());
        for (var time = 0; time < Most; time++)
        {
            var watch = health.Watch(new(), cancellationToken: TestContext.Current.CancellationToken);
            open.Add(watch);
            Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }

        using var refused = health.Watch(new(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(TooMany, await Failure.OfAsync(() => refused.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
        await OpenAsync(Most);
    }

    [Fact]
    public async Task A_place_is_free_again_when_its_caller_cancels()
    {
        await EndAndOpenAgainAsync(() =>
        {
            open.ForEach(stream => stream.Dispose());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task And_when_the_connection_breaks()
    {
        using var channel = Gateway.Channel();
        await EndAndOpenAgainAsync(
            () =>
            {
                channel.Dispose();
                return Task.CompletedTask;
            },
            channel);
    }

    [Fact]
    public async Task And_when_the_replica_breaks()
    {
        await EndAndOpenAgainAsync(async () =>
        {
            await Replica.KillAsync();
            await Replica.StartAgainAsync();
        });
    }

    [Fact]
    public async Task And_when_the_service_ends_it_or_never_began()
    {
        for (var time = 0; time < 3 * Most; time++)
            Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(UnservedAsync)).StatusCode);

        await EventuallyOpenAsync();
    }

    [Fact]
    public async Task What_is_open_is_measured()
    {
        const string streams = "handhaving.streams.open{method=/handhaving.dispatch.v1.UnitService/StreamPositions}";
        using var measured = new Measurements(TelemetrySetup.SourceName);
        await using var draining = GatewayUnderTest.Start(bench.Issuer, [Replica]);
        using var stream = new UnitService.UnitServiceClient(draining.Channel()).StreamPositions(draining.Call(seconds: 60));
        await stream.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = 1 }, TestContext.Current.CancellationToken);
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var opened = measured.CountOf(streams);

        draining.Drain();
        await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.True(opened >= 1);
        await EventuallyAsync(() => Task.FromResult(measured.CountOf(streams) > opened));
    }

    public async ValueTask InitializeAsync()
    {
        replica = await Replica.StartAsync();
        gateway = GatewayUnderTest.Start(bench.Issuer, [replica],
            ("RateLimits:Burst", "100000"), ("RateLimits:PermitsPerSecond", "100000"),
            ("OpenStreams:PerIdentity", $"{Most}"), ("OpenStreams:Roles:partner-simulator", $"{MostOfPartner}"));
    }

    public async ValueTask DisposeAsync()
    {
        open.ForEach(stream => stream.Dispose());
        await Gateway.DisposeAsync();
        await Replica.DisposeAsync();
    }

    private Replica Replica => replica ?? throw new InvalidOperationException("Not started.");

    private GatewayUnderTest Gateway => gateway ?? throw new InvalidOperationException("Not started.");

    private async Task OpenAsync(int count, string? token = null, GrpcChannel? over = null)
    {
        var board = new BoardService.BoardServiceClient(over ?? Gateway.Channel());
        for (var time = 0; time < count; time++)
        {
            var stream = board.WatchBoard(new() { Parent = ReplicaBoard.Silent }, Gateway.Call(token, seconds: 60));
            open.Add(stream);
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }
    }

    private Task UnservedAsync() =>
        new CanaryService.CanaryServiceClient(Gateway.Channel()).WatchCanaries(new(), Gateway.Call()).ResponseStream.MoveNext(TestContext.Current.CancellationToken);

    // Neither counted twice, so that too few fit, nor lost, so that too many do.
    private async Task EndAndOpenAgainAsync(Func<Task> end, GrpcChannel? over = null)
    {
        await OpenAsync(Most, over: over);
        await end();
        await EventuallyOpenAsync();
        await EventuallyOpenAsync();
        Assert.Equal(TooMany, await Failure.OfAsync(() => OpenAsync(1)));
    }

    // The gateway hears of an end a moment later.
    private Task EventuallyOpenAsync() => EventuallyAsync(async () =>
    {
        try
        {
            await OpenAsync(1);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.ResourceExhausted or StatusCode.Unavailable)
        {
            return false;
        }
    });

    private static async Task EventuallyAsync(Func<Task<bool>> happened)
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
