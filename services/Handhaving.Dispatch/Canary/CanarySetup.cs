using Grpc.Core;
using Handhaving.ServiceDefaults.Health;

namespace Handhaving.Dispatch.Canary;

/// <summary>The canary's parts; it flies when <c>Canary:Gateway</c> says where the gateway is.</summary>
public static class CanarySetup
{
    private static readonly TimeSpan LongestTokenRequest = TimeSpan.FromSeconds(3);

    public static void AddCanary(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SendCanary>().AddScoped<WatchCanaries>().AddSingleton<CanaryPruningJob>().AddHostedService(services => services.GetRequiredService<CanaryPruningJob>());
        builder.Services.AddHealthChecks().AddCheck<CanaryCheck>("canary", tags: builder.Configuration["Canary:Gateway"] is { Length: > 0 } ? [HealthTags.Canary, HealthTags.Degraded] : [HealthTags.Canary]);
        if (builder.Configuration["Canary:Gateway"] is not { Length: > 0 } gateway) return;
        var issuer = new Uri(builder.Configuration["Identity:Issuer"] ?? throw new InvalidOperationException("Identity:Issuer is not configured."));
        var secret = builder.Configuration["Clients:Canary:Secret"] ?? throw new InvalidOperationException("Clients:Canary:Secret is not configured: the canary signs in with it.");
        builder.Services.AddHttpClient("canary-token", http => http.Timeout = LongestTokenRequest);
        builder.Services.AddSingleton(services => new CanaryToken(services.GetRequiredService<IHttpClientFactory>().CreateClient("canary-token"), issuer, secret, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddGrpcClient<V1.CanaryService.CanaryServiceClient>(client => client.Address = new Uri(gateway))
            .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = new Uri(gateway) is { Scheme: "http", IsLoopback: true })
            .AddCallCredentials(async (context, metadata, services) => metadata.Add("authorization", "Bearer " + await services.GetRequiredService<CanaryToken>().GetAsync(context.CancellationToken)));
        builder.Services.AddHostedService<CanaryRounds>();
    }
}
