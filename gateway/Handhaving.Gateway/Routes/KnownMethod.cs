using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Handhaving.Gateway.Routes;

/// <summary>Refuses a method that the contracts do not have, and a service that has no address here, before a connection is spent on it.</summary>
public sealed class KnownMethod(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var cluster = context.GetReverseProxyFeature().Cluster.Config;
        if (context.Features.GetRequiredFeature<GrpcCall>().Method is null) return Refusal.SendAsync(context, new RuleBroken(Reasons.UnknownMethod));
        return cluster.Destinations is { Count: > 0 }
            ? next(context)
            : Refusal.SendAsync(context, GatewayReasons.ServiceNotDeployed.Broken(("service", cluster.ClusterId)));
    }
}
