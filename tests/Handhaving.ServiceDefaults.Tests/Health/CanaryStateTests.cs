using Handhaving.ServiceDefaults.Health;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Health;

/// <summary>Red when a canary stays away for more than fifteen seconds (R6).</summary>
public sealed class CanaryStateTests
{
    private static readonly TenantId Beek = new("0888"), Stein = new("0971");
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_watch_that_does_not_run_is_not_green() => Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(new(clock)));

    [Fact]
    public async Task It_is_green_while_canaries_come_back_and_red_when_one_tenant_is_silent()
    {
        var canaries = new CanaryState(clock);
        canaries.Expect(Beek);
        canaries.Expect(Stein);
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(canaries));

        clock.Advance(TimeSpan.FromSeconds(14));
        canaries.Arrived(Beek, clock.GetUtcNow());
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(canaries));
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(canaries));
        canaries.Arrived(Stein, clock.GetUtcNow());
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(canaries));
    }

    [Fact]
    public async Task One_that_comes_back_late_counts_from_when_it_was_sent()
    {
        var canaries = new CanaryState(clock);
        canaries.Expect(Beek);
        var sent = clock.GetUtcNow().AddSeconds(1);
        clock.Advance(TimeSpan.FromSeconds(20));

        canaries.Arrived(Beek, sent);

        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(canaries));
    }

    private static async Task<HealthStatus> StatusAsync(CanaryState canaries) =>
        (await new CanaryCheck(canaries, new ConfigurationBuilder().Build()).CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status;
}
