using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Whether changes reach screens: one transaction left open holds the whole feed back.</summary>
public sealed class FeedCheck(FeedReader feed) : DatabaseCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        var lag = await feed.LagAsync(cancellation);
        Meters.FeedLag.Record(lag.TotalSeconds);
        var data = new Dictionary<string, object> { ["seconds"] = Math.Round(lag.TotalSeconds, 1) };
        return lag < Longest ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded($"The oldest change waits for {lag.TotalSeconds:0} s.", data: data);
    }
}
