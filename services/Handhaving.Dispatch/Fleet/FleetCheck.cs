using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.Dispatch.Fleet;

/// <summary>Red while the index of units is not loaded or falls behind: nothing is recommended then.</summary>
public sealed class FleetCheck(FleetKeeper keeper) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keeper.Behind is not { } behind ? HealthCheckResult.Degraded("The units on duty are not loaded yet.")
            : behind > FleetKeeper.LongestSilence ? HealthCheckResult.Degraded($"The units on duty were last compared {behind.TotalSeconds:0} s ago.")
            : HealthCheckResult.Healthy());
}
