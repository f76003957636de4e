using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Whether changes reach screens: one transaction left open holds the whole feed back.</summary>
public sealed class FeedCheck(FeedReader feed) : IHealthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lag = await feed.LagAsync(cancellationToken);
        Meters.FeedLag.Record(lag.TotalSeconds);
        var data = new Dictionary<string, object> { ["seconds"] = Math.Round(lag.TotalSeconds, 1) };
        return lag < Longest ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded($"The oldest change waits for {lag.TotalSeconds:0} s.", data: data);
    }
}
