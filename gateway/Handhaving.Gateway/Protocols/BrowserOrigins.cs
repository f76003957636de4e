namespace Handhaving.Gateway.Protocols;

/// <summary>Which sites a browser may call from: the exact origins of Cors:Origins. What gRPC-Web needs to read is exposed.</summary>
public static class BrowserOrigins
{
    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromMinutes(10);

    public static void AddBrowserOrigins(this IHostApplicationBuilder builder)
    {
        var origins = builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .WithMethods(HttpMethods.Post, HttpMethods.Get)
            .AllowAnyHeader()
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "traceparent")
            .SetPreflightMaxAge(PreflightLifetime)));
    }
}
