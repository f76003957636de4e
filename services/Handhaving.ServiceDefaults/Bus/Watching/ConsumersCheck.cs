using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Bus.Watching;

/// <summary>Whether somebody takes from each queue.</summary>
public sealed class ConsumersCheck(ConsumerWatchdog watchdog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        watchdog.Deserted is { Count: > 0 } deserted ? HealthCheckResult.Degraded($"Nobody takes from {string.Join(", ", deserted)}.") : HealthCheckResult.Healthy());
}
