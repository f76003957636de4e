using Grpc.Core;
using Grpc.Health.V1;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;
using HealthService = Grpc.Health.V1.Health;

namespace Handhaving.Gateway.Tests.Routes;

public sealed class ReplicaFailureTests(Bench bench)
{
    [Fact]
    public async Task Without_any_replica_a_call_is_unavailable_not_a_bad_gateway()
    {
        var replica = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [replica]);
        await replica.KillAsync();

        var error = await Failure.OfAsync(gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call()));

        Assert.Equal((StatusCode.Unavailable, "UNAVAILABLE"), error);
    }

    [Fact]
    public async Task A_service_without_an_address_is_unavailable_and_named()
    {
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, []);

        var error = await Failure.OfAsync(gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call()));

        Assert.Equal((StatusCode.Unavailable, "SERVICE_NOT_DEPLOYED"), error);
    }

    [Fact]
    public async Task A_call_under_way_when_its_replica_dies_is_unavailable()
    {
        await using var replica = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [replica]);
        using var stream = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Silent }, gateway.Call(seconds: 60));
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var unary = gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Hanging }, gateway.Call());
        while (replica.Calls.Count < 2) await Task.Yield();

        await replica.KillAsync();

        Assert.Equal((StatusCode.Unavailable, "UNAVAILABLE"), await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
        Assert.Equal((StatusCode.Unavailable, "UNAVAILABLE"), await Failure.OfAsync(unary));
    }

    [Fact]
    public async Task When_one_replica_is_gone_the_other_answers_every_new_call()
    {
        await using var first = await Replica.StartAsync();
        await using var second = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [first, second], ("Probes:Interval", "01:00:00"));
        var incidents = gateway.Incidents();
        await first.KillAsync();

        var served = new HashSet<string>();
        for (var call = 0; call < 50; call++)
            served.Add((await incidents.GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call())).Incident.Number);

        Assert.Equal([second.Port.ToString(provider: null)], served);
    }

    [Fact]
    public async Task Two_replicas_share_the_calls()
    {
        await using var first = await Replica.StartAsync();
        await using var second = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [first, second]);
        var incidents = gateway.Incidents();

        for (var call = 0; call < 60; call++) await incidents.GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call());

        Assert.NotEmpty(first.Calls);
        Assert.NotEmpty(second.Calls);
    }

    [Fact]
    public async Task A_replica_that_is_not_ready_gets_no_new_calls_and_comes_back_when_it_is()
    {
        await using var first = await Replica.StartAsync();
        await using var second = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [first, second], ("RateLimits:Burst", "100000"));
        var incidents = gateway.Incidents();
        first.IsReady = false;

        await ExpectServedAsync(ports => ports.TakeLast(30).ToHashSet() is { Count: 1 } last && last.Contains(second.Port.ToString(provider: null)) && ports.Count >= 30);
        first.IsReady = true;
        await ExpectServedAsync(ports => ports.Contains(first.Port.ToString(provider: null)));

        async Task ExpectServedAsync(Func<List<string>, bool> holds)
        {
            var ports = new List<string>();
            while (!holds(ports)) ports.Add((await incidents.GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call())).Incident.Number);
        }
    }

    [Fact]
    public async Task A_service_is_serving_again_after_its_replica_came_back()
    {
        await using var replica = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [replica]);
        using var watch = new HealthService.HealthClient(gateway.Channel()).Watch(
            new() { Service = IncidentService.Descriptor.FullName }, deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: TestContext.Current.CancellationToken);

        await UntilAsync(HealthCheckResponse.Types.ServingStatus.Serving);
        await replica.KillAsync();
        await UntilAsync(HealthCheckResponse.Types.ServingStatus.NotServing);
        await replica.StartAgainAsync();
        await UntilAsync(HealthCheckResponse.Types.ServingStatus.Serving);

        var answer = await gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call());
        Assert.Equal(replica.Port.ToString(provider: null), answer.Incident.Number);

        async Task UntilAsync(HealthCheckResponse.Types.ServingStatus wanted)
        {
            while (watch.ResponseStream.Current?.Status != wanted) Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task While_replicas_drain_each_call_arrives_whole_or_is_unavailable()
    {
        await using var first = await Replica.StartAsync();
        await using var second = await Replica.StartAsync();
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [first, second], ("RateLimits:Burst", "1000000"));
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 32).Select(_ => Task.Run(() => CallUntilAsync(gateway, stop.Token), TestContext.Current.CancellationToken)).ToList();

        for (var round = 0; round < 24; round++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            var replica = round % 2 == 0 ? first : second;
            await replica.DrainAsync();
            await replica.StartAgainAsync();
        }
        await stop.CancelAsync();

        Assert.All((await Task.WhenAll(callers)).SelectMany(failures => failures), status => Assert.Equal(StatusCode.Unavailable, status.StatusCode));
    }

    private static async Task<IReadOnlyList<Status>> CallUntilAsync(GatewayUnderTest gateway, CancellationToken stop)
    {
        var incidents = gateway.Incidents();
        List<Status> failures = [];
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await incidents.ReportIncidentAsync(new() { Incident = new() { Description = new string('x', 2000) } }, gateway.Call());
            }
            catch (RpcException failure)
            {
                failures.Add(failure.Status);
            }
        }
        return failures;
    }
}
