using Handhaving.ServiceDefaults.Lifetime;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Handhaving.Gateway.Limits;

/// <summary>Reads the limits from the configuration.</summary>
public static class LimitsSetup
{
    public static void AddLimits(this IHostApplicationBuilder builder)
    {
        var calls = builder.Configuration.GetSection("Calls").Get<CallLimits>() ?? new();
        builder.Services.AddSingleton(calls).AddSingleton(new LastStreamLimits { End = calls.StreamEndLimit, Status = calls.StreamStatusTime });
        builder.Services.AddSingleton(builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new());
        builder.Services.AddSingleton(builder.Configuration.GetSection("OpenStreams").Get<StreamLimits>() ?? new());
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LastStreams>().AddHostedService(services => services.GetRequiredService<LastStreams>());
    }
}
