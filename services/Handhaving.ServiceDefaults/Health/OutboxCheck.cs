using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Whether messages leave: the broker's own connection may look well while nothing can be published.</summary>
public sealed class OutboxCheck(Databases databases) : DatabaseCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8, count(*) from outbox where sent_at is null");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var (age, waiting) = (TimeSpan.FromSeconds(Math.Max(0, reader.GetDouble(0))), reader.GetInt64(1));
        Meters.OutboxAge.Record(age.TotalSeconds);
        var data = new Dictionary<string, object> { ["seconds"] = Math.Round(age.TotalSeconds, 1), ["waiting"] = waiting };
        return age < Longest ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded($"The oldest message waits for {age.TotalSeconds:0} s.", data: data);
    }
}
