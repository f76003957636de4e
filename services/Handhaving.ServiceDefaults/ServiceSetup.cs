using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Audit.Reviews;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Health;
using Handhaving.ServiceDefaults.Identity;
using Handhaving.ServiceDefaults.Lifetime;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Handhaving.ServiceDefaults;

/// <summary>What every service of the platform is made of.</summary>
public static class ServiceSetup
{
    private const int LargestMessage = 256 * 1024;

    /// <param name="database">Name of the service's connection string.</param>
    /// <param name="contract">The rpcs that the service serves; their access options are its law.</param>
    public static WebApplicationBuilder AddServiceDefaults<TDb>(this WebApplicationBuilder builder, string database, IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> contract) where TDb : DbContext
    {
        builder.AddTelemetry();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000; // the gateway's few connections carry everybody
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(20);
            // A caller that sends or reads slowly would end the whole connection, with everybody else's calls on it; deadlines, heartbeats and RESYNC judge that.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTokenValidation(builder.Configuration).AddAuthorization();
        builder.Services.AddCallerAddress(builder.Configuration);
        var permissions = RolePermissions.From(builder.Configuration);
        builder.Services.AddSingleton(permissions).AddSingleton(MethodRules.From(contract, permissions));
        builder.Services.AddSingleton<Grants>().AddSingleton<TaskRight>((_, _, _) => Task.FromResult(false)).AddSingleton<RestrictedRight>((_, _, _) => default).AddSingleton<AccessCheck>().AddSingleton<DenialLog>();
        builder.Services.AddSingleton(_ => Databases.From(builder.Configuration, new(database, MigrationScript.Last(typeof(TDb).Assembly)))).AddSingleton<DatabaseWait>().AddHostedService<RoleCheck>();
        builder.Services.AddPooledDbContextFactory<TDb>((services, options) => options.UseNpgsql(services.GetRequiredService<Databases>().Service).UseSnakeCaseNamingConvention().LogFailuresByTable(services.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext());
        builder.Services.AddScoped<DbContext>(services => services.GetRequiredService<TDb>()).AddScoped<ReadAudit>().AddScoped<ReviewEntry>();
        builder.Services.AddSingleton<CommitSignal>().AddSingleton<FeedReader>().AddHostedService(services => services.GetRequiredService<FeedReader>());
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(RedisOptions(builder)));
        // It logs as an error, with a stack, what reaches it and is no RpcException: only bytes that cannot be read, which EarlyFailure tells; a defect is told by ErrorInterceptor.
        builder.Logging.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.Critical);
        builder.Services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.Interceptors.Add<AccessInterceptor>();
            grpc.Interceptors.Add<StreamInterceptor>();
            grpc.MaxReceiveMessageSize = LargestMessage;
            grpc.MaxSendMessageSize = 4 * 1024 * 1024;
        });
        builder.Services.AddSingleton<ErrorInterceptor>().AddSingleton<AccessInterceptor>().AddSingleton<StreamInterceptor>();
        builder.Services.AddSingleton(builder.Configuration.GetSection("Streams").Get<LastStreamLimits>() ?? new()).AddSingleton<LastStreams>().AddHostedService(services => services.GetRequiredService<LastStreams>());
        builder.Services.AddGrpcReflection();
        builder.Services.AddHealth(contract);
        return builder;
    }

    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRouting();
        app.Use(DeadlineCap.InvokeAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.Use(EarlyFailure.InvokeAsync);
        if (!app.Environment.IsProduction()) app.MapGrpcReflectionService();
        app.MapHealth();
        ProcessStart.Measure(app.Lifetime, app.Services.GetRequiredService<TimeProvider>());
        return app;
    }

    private static ConfigurationOptions RedisOptions(WebApplicationBuilder builder)
    {
        var options = ConfigurationOptions.Parse(builder.Configuration["ConnectionStrings:cache"] ?? throw new InvalidOperationException("ConnectionStrings:cache is not configured."));
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2000;
        options.AsyncTimeout = 1000;
        options.HeartbeatInterval = TimeSpan.FromSeconds(1);
        options.ReconnectRetryPolicy = new LinearRetry(1000);
        return options;
    }
}
