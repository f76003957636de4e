using System.Collections.Concurrent;
using System.Net;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.Testing.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>A service behind the gateway: HTTP/2 without TLS, gRPC and gRPC-Web, ready until a test says otherwise.</summary>
public sealed class Replica : IAsyncDisposable
{
    private readonly ConcurrentBag<ConnectionContext> connections = [];
    private WebApplication? app;

    public int Port { get; } = Ports.Free();

    public string Address => $"http://127.0.0.1:{Port}";

    public bool IsReady { get; set; } = true;

    /// <summary>What it tells of its parts, as JSON; null = nothing that can be read.</summary>
    public string? Parts { get; set; }

    /// <summary>Headers of each call that arrived.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Calls { get; } = new();

    /// <summary>Ends when a call that hangs is cancelled.</summary>
    public TaskCompletionSource Cancelled { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<Replica> StartAsync()
    {
        var replica = new Replica();
        await replica.StartAgainAsync();
        return replica;
    }

    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port, options =>
        {
            options.Protocols = HttpProtocols.Http2;
            options.Use(next => connection =>
            {
                connections.Add(connection);
                return next(connection);
            });
        }));
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = 256 * 1024;
            grpc.Interceptors.Add<ErrorInterceptor>();
        });
        builder.Services.AddSingleton(this).AddSingleton(TimeProvider.System).AddSingleton<ErrorInterceptor>();
        app = builder.Build();
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/health"))
                Calls.Enqueue(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            return next(context);
        });
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.MapGrpcService<ReplicaIncidents>();
        app.MapGrpcService<ReplicaUnits>();
        app.MapGrpcService<ReplicaBoard>();
        app.MapGet("/health/ready", () => Results.StatusCode(IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/health/degraded", () => Results.Text(Parts ?? "", "application/json"));
        await app.StartAsync();
    }

    public void WasCancelled() => Cancelled.TrySetResult();

    /// <summary>Lets the calls under way end and takes no new ones, as on SIGTERM.</summary>
    public async Task DrainAsync()
    {
        if (app is null) return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Breaks all connections and stops listening, at once.</summary>
    public async Task KillAsync()
    {
        if (app is null) return;
        await app.StopAsync(new CancellationToken(canceled: true));
        foreach (var connection in connections) connection.Abort();
        await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
