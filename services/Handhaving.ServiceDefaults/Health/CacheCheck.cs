using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Whether the store of live state answers.</summary>
public sealed class CacheCheck(IConnectionMultiplexer redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!redis.IsConnected) return HealthCheckResult.Degraded("No connection.");
        await redis.GetDatabase().PingAsync().WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
