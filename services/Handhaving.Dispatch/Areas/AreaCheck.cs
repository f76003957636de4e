using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.Dispatch.Areas;

/// <summary>Red while no areas are imported: reports are then taken on the caller's word for their municipality.</summary>
public sealed class AreaCheck(AreaIndex areas) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(areas.Current.IsLoaded ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("No areas are imported; run import-areas with the wijk- en buurtkaart."));
}
