using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.DevelopmentIdentity.Store;

/// <summary>Ready when the store is prepared and its database answers.</summary>
public sealed class StoreHealth(StorePreparation preparation, IdentityDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        preparation.Done.IsCompletedSuccessfully && await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The identity store is not ready.");
}
