using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>The probes of a service: alive, ready, degraded and the canary, each for who can do something about it.</summary>
public static class HealthSetup
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(2);

    /// <param name="contract">Services whose health callers may ask over grpc.health.v1.</param>
    public static void AddHealth(this IServiceCollection services, IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> contract)
    {
        services.AddSingleton<CanaryState>().AddSingleton<DegradationAlarm>().AddSingleton<IHealthCheckPublisher>(provider => provider.GetRequiredService<DegradationAlarm>());
        services.AddGrpcHealthChecks(health =>
        {
            health.Services.Map("", check => check.Name == HealthTags.Ready);
            foreach (var service in contract) health.Services.Map(service.FullName, check => check.Name == HealthTags.Ready);
        });
        services.AddHealthChecks()
            .AddCheck<ReadyCheck>(HealthTags.Ready)
            .AddCheck<CacheCheck>("cache", HealthStatus.Degraded, [HealthTags.Degraded], LongestCheck)
            .AddCheck<OutboxCheck>("outbox", HealthStatus.Degraded, [HealthTags.Degraded], LongestCheck)
            .AddCheck<FeedCheck>("feed", HealthStatus.Degraded, [HealthTags.Degraded], LongestCheck)
            .AddCheck<ParkingCheck>("parking", HealthStatus.Degraded, [HealthTags.Degraded], LongestCheck);
        services.Configure<HealthCheckPublisherOptions>(publisher => (publisher.Delay, publisher.Period, publisher.Timeout) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), LongestCheck * 2));
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGrpcHealthChecksService();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Name == HealthTags.Ready });
        app.MapHealthChecks("/health/canary", new() { Predicate = check => check.Tags.Contains(HealthTags.Canary), ResponseWriter = WriteAsync });
        // Degraded is told, and never answered as a failure: who balances load must not take the instance away for it.
        app.MapHealthChecks("/health/degraded", new()
        {
            Predicate = check => check.Tags.Contains(HealthTags.Degraded),
            ResponseWriter = WriteAsync,
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status200OK, [HealthStatus.Unhealthy] = StatusCodes.Status200OK },
        });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        parts = report.Entries.Select(entry => new { name = entry.Key, status = entry.Value.Status.ToString(), text = entry.Value.Description, data = entry.Value.Data.Count == 0 ? null : entry.Value.Data }),
    });
}
