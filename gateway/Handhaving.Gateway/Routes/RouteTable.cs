using Handhaving.Gateway.Contracts;
using Handhaving.Gateway.Limits;
using Handhaving.Gateway.Resending;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Handhaving.Gateway.Routes;

/// <summary>One route for each service of the contracts, one cluster for each of the platform's services, with the replicas of the configuration.</summary>
public static class RouteTable
{
    public static IReadOnlyList<RouteConfig> RoutesOf(ContractCatalog catalog) =>
    [
        .. catalog.Services.Select(service => new RouteConfig
        {
            RouteId = service.FullName,
            ClusterId = ContractCatalog.ClusterOf(service),
            Match = new() { Path = $"/{service.FullName}/{{method}}", Methods = [HttpMethods.Post] },
        }),
    ];

    public static IReadOnlyList<ClusterConfig> ClustersOf(ContractCatalog catalog, IConfiguration configuration, CallLimits limits, ProbeSettings probes) =>
    [
        .. catalog.Clusters.Select(name => new ClusterConfig
        {
            ClusterId = name,
            Destinations = ReplicasOf(name, configuration),
            LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
            HttpClient = new() { EnableMultipleHttp2Connections = true },
            // HTTP/2 without TLS has no upgrade: the version is exactly 2 or nothing.
            HttpRequest = new() { Version = System.Net.HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, ActivityTimeout = limits.StreamSilence },
            HealthCheck = new()
            {
                // When none is known to be well, trying one is better than refusing all.
                AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
                Active = new() { Enabled = true, Interval = probes.Interval, Timeout = probes.Limit, Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures, Path = "/health/ready" },
                Passive = new() { Enabled = true, Policy = RefusedConnectionPolicy.PolicyName, ReactivationPeriod = probes.RefusedFor },
            },
            Metadata = new Dictionary<string, string> { [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "1" },
        }),
    ];

    // services:dispatch:http:0, services:dispatch:http:1, ...
    private static Dictionary<string, DestinationConfig> ReplicasOf(string name, IConfiguration configuration) =>
        configuration.GetSection($"services:{name}:http").GetChildren()
            .Where(address => !string.IsNullOrWhiteSpace(address.Value))
            .ToDictionary(address => $"{name}-{address.Key}", address => new DestinationConfig { Address = address.Value ?? "" });
}
