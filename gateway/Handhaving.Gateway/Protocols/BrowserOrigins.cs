namespace Handhaving.Gateway.Protocols;

/// <summary>Which sites a browser may call from: the exact origins of Cors:Origins, and in development the gateway itself on whichever ports it listens. What gRPC-Web needs to read is exposed.</summary>
public static class BrowserOrigins
{
    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromMinutes(10);

    public static void AddBrowserOrigins(this IHostApplicationBuilder builder)
    {
        string[] origins = [.. builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [], .. builder.Environment.IsDevelopment() ? OwnOf(ListenPorts.From(builder.Configuration)) : []];
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .WithMethods(HttpMethods.Post, HttpMethods.Get)
            .AllowAnyHeader()
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "traceparent")
            .SetPreflightMaxAge(PreflightLifetime)));
    }

    // Its two names are two origins to a browser, and each calls the other.
    private static IEnumerable<string> OwnOf(ListenPorts ports) =>
        from host in new[] { "127.0.0.1", "localhost" }
        from address in new[] { ("http", ports.Http), ("https", ports.Https) }
        where address.Item2 is not null
        select $"{address.Item1}://{host}:{address.Item2}";
}
