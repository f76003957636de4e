using Google.Rpc;
using Grpc.Core;
using Handhaving.Gateway.Tests.Support;
using Xunit;
using HealthService = Grpc.Health.V1.Health;

namespace Handhaving.Gateway.Tests.Limits;

public sealed class CallRatesTests(Bench bench) : IDisposable
{
    private readonly GatewayUnderTest gateway = GatewayUnderTest.Start(
        bench.Issuer, [bench.Replica],
        ("RateLimits:Burst", "3"),
        ("RateLimits:PermitsPerSecond", "10"),
        ("RateLimits:Roles:partner-simulator:Burst", "1000"),
        ("RateLimits:Roles:partner-simulator:PermitsPerSecond", "1000"),
        ("RateLimits:ExemptMethods:0", "/handhaving.dispatch.v1.BoardService/*"));

    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_come_back()
    {
        var token = bench.Issuer.Token("too-often");

        var refused = await Assert.ThrowsAsync<RpcException>(() => CallAsync(token, 50));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("RATE_LIMITED", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
        Assert.NotNull(refused.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay);
    }

    [Fact]
    public async Task One_identity_does_not_use_up_the_calls_of_another()
    {
        await Assert.ThrowsAsync<RpcException>(() => CallAsync(bench.Issuer.Token("greedy"), 50));

        await CallAsync(bench.Issuer.Token("modest"), 1);
    }

    [Fact]
    public async Task A_role_may_have_numbers_of_its_own()
    {
        Assert.Null(await Record.ExceptionAsync(() => CallAsync(bench.Issuer.Token("partner", roles: "partner-simulator"), 100)));
    }

    [Fact]
    public async Task An_exempt_method_is_never_refused()
    {
        var token = bench.Issuer.Token("exempt");
        await Assert.ThrowsAsync<RpcException>(() => CallAsync(token, 50));

        for (var time = 0; time < 10; time++)
        {
            using var stream = gateway.Board().WatchBoard(new() { Parent = ReplicaBoard.Silent }, gateway.Call(token));
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Who_has_no_token_is_counted_by_address()
    {
        var health = new HealthService.HealthClient(gateway.Channel());

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            for (var time = 0; time < 50; time++) await health.CheckAsync(new(), cancellationToken: TestContext.Current.CancellationToken);
        });

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    public void Dispose() => gateway.Dispose();

    private async Task CallAsync(string token, int times)
    {
        var incidents = gateway.Incidents();
        for (var time = 0; time < times; time++) await incidents.GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call(token));
    }
}
