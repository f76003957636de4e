using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Whether messages wait for somebody to look at them.</summary>
public sealed class ParkingCheck(Databases databases) : DatabaseCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select count(*) from (select from parked_message where replayed_at is null and discarded_at is null limit 1000) waiting");
        var waiting = await command.ExecuteScalarAsync(cancellation) is long count ? count : 0;
        Meters.Parked.Record(waiting);
        var data = new Dictionary<string, object> { ["waiting"] = waiting };
        return waiting == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded($"{waiting} parked messages wait for somebody to replay or discard them.", data: data);
    }
}
