using Grpc.HealthCheck;
using Handhaving.Gateway.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Handhaving.Gateway.Health;

/// <summary>Health of the gateway and of what lies behind it: over HTTP for who starts processes, over grpc.health.v1 per service for callers.</summary>
public static class GatewayHealth
{
    public static void AddGatewayHealth(this IHostApplicationBuilder builder)
    {
        var catalog = new ContractCatalog();
        var checks = builder.Services.AddHealthChecks().AddCheck<NotStopping>(NotStopping.Name);
        foreach (var cluster in catalog.Clusters)
            checks.Add(new HealthCheckRegistration(cluster, services => ActivatorUtilities.CreateInstance<ClusterHealth>(services, cluster), HealthStatus.Unhealthy, tags: null));
        builder.Services.AddGrpcHealthChecks(health =>
        {
            // Check and Watch tell the same: a Watch whose first word is newer than the published one would miss the change back.
            health.UseHealthChecksCache = true;
            health.Services.Map("", _ => true);
            foreach (var service in catalog.Services)
                health.Services.Map(service.FullName, check => check.Name == ContractCatalog.ClusterOf(service) || check.Name == NotStopping.Name);
        });
        builder.Services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Delay = TimeSpan.Zero;
            publisher.Period = TimeSpan.FromSeconds(1); // how soon a Watch tells of a change
        });
    }

    public static void MapGatewayHealth(this IEndpointRouteBuilder app)
    {
        var published = app.ServiceProvider.GetRequiredService<HealthServiceImpl>();
        foreach (var service in app.ServiceProvider.GetRequiredService<ContractCatalog>().Services.Select(service => service.FullName).Append(""))
            published.SetStatus(service, ServingStatus.NotServing); // until the first round of checks
        app.MapGrpcHealthChecksService().EnableGrpcWeb();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Name == NotStopping.Name }).DisableRateLimiting();
    }
}
