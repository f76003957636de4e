using Handhaving.Gateway.Routes;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Handhaving.Gateway.Resending;

/// <summary>A replica that refuses a connection gets no new calls for a while, from the first refusal on.</summary>
public sealed class RefusedConnectionPolicy(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "RefusedConnection";

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        if (!ForwardFailure.NeverArrived(context.Features.Get<IForwarderErrorFeature>())) return;
        var leaveOutFor = cluster.Model.Config.HealthCheck?.Passive?.ReactivationPeriod ?? TimeSpan.FromSeconds(2);
        health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, leaveOutFor);
    }
}
