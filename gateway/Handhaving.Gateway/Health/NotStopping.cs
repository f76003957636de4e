using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.Gateway.Health;

/// <summary>Ready until the gateway is told to stop. A service that is away takes nothing from the others, so it is not asked here.</summary>
public sealed class NotStopping(IHostApplicationLifetime host) : IHealthCheck
{
    public const string Name = "gateway";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(host.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The gateway stops.") : HealthCheckResult.Healthy());
}
