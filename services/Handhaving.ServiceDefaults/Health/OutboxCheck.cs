using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Whether messages leave: the broker's own connection may look well while nothing can be published.</summary>
public sealed class OutboxCheck(Databases databases) : IHealthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = databases.Relay.CreateCommand("select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 from outbox where sent_at is null");
        var age = TimeSpan.FromSeconds(await command.ExecuteScalarAsync(cancellationToken) is double seconds ? Math.Max(0, seconds) : 0);
        Meters.OutboxAge.Record(age.TotalSeconds);
        return age < Longest ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"The oldest message waits for {age.TotalSeconds:0} s.");
    }
}
