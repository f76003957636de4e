using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handhaving.Benchmarks.Bare;

/// <summary>The least that a gRPC server can be: what it takes is read and thrown away, what it answers is always the same.</summary>
internal static class BareServer
{
    /// <summary>First argument by which this program becomes the server; the second is its port.</summary>
    public const string Command = "bare";

    /// <summary>Path at which it says how many calls it answered.</summary>
    public const string Answered = "/answered";

    public static async Task RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<AnsweredCalls>();
        await using var app = builder.Build();
        app.MapGrpcService<BareUnits>();
        app.MapGrpcService<BareIncidents>();
        app.MapGrpcService<BareBoard>();
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapGet(Answered, (AnsweredCalls calls) => calls.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await app.RunAsync();
    }
}
