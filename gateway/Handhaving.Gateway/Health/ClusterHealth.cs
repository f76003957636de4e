using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Handhaving.Gateway.Health;

/// <summary>Whether a service of the platform has a replica that takes calls.</summary>
public sealed class ClusterHealth(string cluster, IProxyStateLookup proxy) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(proxy.TryGetCluster(cluster, out var state) && state.DestinationsState.AllDestinations.Any(TakesCalls)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"No replica of {cluster} takes calls."));

    internal static bool TakesCalls(DestinationState replica) =>
        replica.Health is { Active: DestinationHealth.Healthy, Passive: not DestinationHealth.Unhealthy };
}
