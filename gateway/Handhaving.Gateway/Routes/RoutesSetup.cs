using Handhaving.Gateway.Contracts;
using Handhaving.Gateway.Identity;
using Handhaving.Gateway.Limits;
using Handhaving.Gateway.Resending;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;

namespace Handhaving.Gateway.Routes;

/// <summary>The way of a call to a service, as a list.</summary>
public static class RoutesSetup
{
    public static void AddRoutes(this IHostApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("Calls").Get<CallLimits>() ?? new();
        var probes = builder.Configuration.GetSection("Probes").Get<ProbeSettings>() ?? new();
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, RefusedConnectionPolicy>();
        builder.Services.AddSingleton<IProxyConfigProvider>(services =>
        {
            var catalog = services.GetRequiredService<ContractCatalog>();
            return new InMemoryConfigProvider(RouteTable.RoutesOf(catalog), RouteTable.ClustersOf(catalog, builder.Configuration, limits, probes));
        });
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ServiceClients>().AddReverseProxy()
            .AddTransforms(transforms =>
            {
                transforms.UseDefaultForwarders = false;
                transforms.AddRequestTransform(WholeBody.KeepAsync);
                transforms.AddResponseTransform(AnswerHeaders.BoundAsync);
                transforms.AddResponseTrailersTransform(AnswerHeaders.BoundAsync);
                transforms.AddRequestTransform(StatedAddress.SetAsync);
                transforms.AddXForwardedProto(action: ForwardedTransformActions.Set);
            });
    }

    public static void MapRoutes(this IEndpointRouteBuilder app) => app.MapReverseProxy(call =>
    {
        call.UseMiddleware<TokenRequired>();
        call.UseMiddleware<KnownMethod>();
        call.UseMiddleware<FirstMessage>();
        call.UseMiddleware<CallLifetime>();
        call.UseMiddleware<MessageSize>();
        call.UseMiddleware<SecondChance>();
        call.UseLoadBalancing();
        call.UsePassiveHealthChecks();
    });
}
