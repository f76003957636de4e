using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Handhaving.Gateway.Tests.Health;

public sealed class GatewayHealthTests(Bench bench)
{
    [Fact]
    public async Task The_gateway_and_a_service_with_a_replica_are_serving()
    {
        await ExpectAsync(bench.Gateway, "", ServingStatus.Serving);
        await ExpectAsync(bench.Gateway, IncidentService.Descriptor.FullName, ServingStatus.Serving);
    }

    [Fact]
    public async Task Without_a_replica_neither_the_service_nor_the_whole_is_serving_but_the_gateway_is_ready()
    {
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, []);

        await ExpectAsync(gateway, "", ServingStatus.NotServing);
        await ExpectAsync(gateway, IncidentService.Descriptor.FullName, ServingStatus.NotServing);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(gateway, "/health/ready"));
    }

    [Fact]
    public async Task A_service_that_does_not_exist_has_no_health()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => new Grpc.Health.V1.Health.HealthClient(bench.Gateway.Channel())
            .CheckAsync(new() { Service = "handhaving.nothing.v1.NothingService" }, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }

    [Fact]
    public async Task A_watch_ends_when_the_gateway_stops()
    {
        await using var gateway = GatewayUnderTest.Start(bench.Issuer, [bench.Replica]);
        using var watch = Watch(gateway, "");
        Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        gateway.Drain();

        await EndAsync(watch);
    }

    [Fact]
    public async Task The_probes_of_the_process_answer()
    {
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bench.Gateway, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bench.Gateway, "/health/ready"));
    }

    private static async Task ExpectAsync(GatewayUnderTest gateway, string service, ServingStatus wanted)
    {
        using var watch = Watch(gateway, service);
        while (watch.ResponseStream.Current?.Status != wanted) Assert.True(await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var answer = await new Grpc.Health.V1.Health.HealthClient(gateway.Channel()).CheckAsync(new() { Service = service }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(wanted, answer.Status);
    }

    private static AsyncServerStreamingCall<HealthCheckResponse> Watch(GatewayUnderTest gateway, string service) =>
        new Grpc.Health.V1.Health.HealthClient(gateway.Channel()).Watch(new() { Service = service }, deadline: DateTime.UtcNow.AddSeconds(30), cancellationToken: TestContext.Current.CancellationToken);

    private static async Task EndAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        try
        {
            while (await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken)) Assert.NotEqual(ServingStatus.Unknown, watch.ResponseStream.Current.Status);
        }
        catch (RpcException ended)
        {
            Assert.NotEqual(StatusCode.DeadlineExceeded, ended.StatusCode);
        }
    }

    private static async Task<HttpStatusCode> AskAsync(GatewayUnderTest gateway, string path)
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };
        return (await client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode;
    }
}
