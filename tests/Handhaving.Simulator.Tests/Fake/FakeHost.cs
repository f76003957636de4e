using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Handhaving.Simulator.Fake;

/// <summary>The fake platform behind real sockets: gRPC over h2c, and gRPC-Web with the token endpoint over HTTP/1.1.</summary>
public sealed class FakeHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private FakeHost(WebApplication application) => this.application = application;

    /// <summary>What it holds and what goes wrong in it.</summary>
    public FakePlatform Platform => application.Services.GetRequiredService<FakePlatform>();

    /// <summary>gRPC address.</summary>
    public Uri Grpc => new(Addresses().First());

    /// <summary>gRPC-Web and token address.</summary>
    public Uri Http => new(Addresses().Last());

    /// <summary>Starts on two loopback ports; 0 = any free one.</summary>
    public static async Task<FakeHost> StartAsync(int grpcPort = 0, int httpPort = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, grpcPort == 0 ? FreePort() : grpcPort, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, httpPort == 0 ? FreePort() : httpPort, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<FakePlatform>().AddSingleton<Once>();
        builder.Services.AddGrpc(options => options.Interceptors.Add<TokenCheck>());
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins("http://127.0.0.1:5173").AllowAnyHeader().AllowAnyMethod()
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin")));
        var application = builder.Build();
        application.UseRouting();
        application.UseCors();
        application.UseGrpcWeb(new() { DefaultEnabled = true });
        application.MapPost("/connect/token", () => new { access_token = TokenCheck.Token, expires_in = 600, token_type = "Bearer" });
        application.MapGrpcService<FakeIncidentDecisions>();
        application.MapGrpcService<FakeAssignmentService>();
        application.MapGrpcService<FakeUnitService>();
        application.MapGrpcService<FakeBoardService>();
        await application.StartAsync();
        return new(application);
    }

    /// <summary>Runs until the process is told to stop.</summary>
    public Task WaitAsync() => application.WaitForShutdownAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => application.DisposeAsync();

    /// <summary>A free port below the range from which the system gives out ports by itself.</summary>
    private static int FreePort()
    {
        while (true)
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                var port = Random.Shared.Next(21_000, 31_000);
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Try another.
            }
        }
    }

    private ICollection<string> Addresses() =>
        application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
}
