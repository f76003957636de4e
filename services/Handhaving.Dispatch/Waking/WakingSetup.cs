namespace Handhaving.Dispatch.Waking;

/// <summary>What waking devices is made of.</summary>
public static class WakingSetup
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddWaking(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Push").Get<PushOptions>() ?? new();
        services.AddSingleton(options).AddSingleton<DevicesOfUnit>().AddScoped<KeepDevices>();
        if (!options.IsConfigured) return services;
        services.AddSingleton(new PushIdentity(options)); // a key that cannot be used stops the start, not a message
        // Redirects would lead past the list of push services.
        services.AddHttpClient<PushSender>(client => client.Timeout = LongestCall).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services;
    }
}
