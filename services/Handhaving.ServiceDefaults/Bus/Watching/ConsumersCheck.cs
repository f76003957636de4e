using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Bus.Watching;

/// <summary>Whether somebody takes from each queue.</summary>
public sealed class ConsumersCheck(ConsumerWatchdog watchdog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var waiting = watchdog.Waiting.ToDictionary(pair => pair.Key, object (pair) => pair.Value);
        return Task.FromResult(watchdog.Deserted is { Count: > 0 } deserted
            ? HealthCheckResult.Degraded($"Nobody takes from {string.Join(", ", deserted)}.", data: waiting)
            : HealthCheckResult.Healthy(data: waiting));
    }
}
