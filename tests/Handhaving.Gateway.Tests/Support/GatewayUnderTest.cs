using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Handhaving.Dispatch.V1;
using Handhaving.Testing.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>The gateway in process on ports of its own, in front of the replicas given.</summary>
public sealed class GatewayUnderTest : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings;

    private GatewayUnderTest(TestIssuer issuer, Dictionary<string, string> settings)
    {
        Issuer = issuer;
        this.settings = settings;
    }

    public TestIssuer Issuer { get; }

    public int HttpPort { get; } = Ports.Free();

    public int GrpcPort { get; } = Ports.Free();

    public int HttpsPort { get; } = Ports.Free();

    public Uri Http => new($"http://127.0.0.1:{HttpPort}");

    public Uri Grpc => new($"http://127.0.0.1:{GrpcPort}");

    public Uri Https => new($"https://localhost:{HttpsPort}");

    public static GatewayUnderTest Start(TestIssuer issuer, IReadOnlyList<Replica> replicas, params (string Key, string Value)[] settings)
    {
        // One stands in for every service.
        string[] services = ["dispatch", "capacity"];
        var all = services.SelectMany(service => replicas.Select((replica, index) => ($"services:{service}:http:{index}", replica.Address))).Concat(settings).ToDictionary();
        var gateway = new GatewayUnderTest(issuer, all);
        gateway.UseKestrel();
        gateway.StartServer();
        return gateway;
    }

    public GrpcChannel Channel() => GrpcChannel.ForAddress(Grpc, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });

    public GrpcChannel WebChannel(GrpcWebMode mode) =>
        GrpcChannel.ForAddress(Http, new() { HttpHandler = new GrpcWebHandler(mode, new HttpClientHandler()), HttpVersion = HttpVersion.Version11, DisposeHttpClient = true });

    public IncidentService.IncidentServiceClient Incidents() => new(Channel());

    public BoardService.BoardServiceClient Board() => new(Channel());

    /// <summary>Options of a call by a centralist with a deadline that no test should need.</summary>
    public CallOptions Call(string? token = null, double seconds = 10) =>
        new(Bearer(token ?? Issuer.Token()), DateTime.UtcNow.AddSeconds(seconds), TestContext.Current.CancellationToken);

    public static Metadata Bearer(string token) => new() { { "authorization", "Bearer " + token } };

    public void Drain() => Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("Identity:Issuer", Issuer.Address);
        builder.UseSetting("Listen:Http", HttpPort.ToString(provider: null));
        builder.UseSetting("Listen:Grpc", GrpcPort.ToString(provider: null));
        builder.UseSetting("Listen:Https", HttpsPort.ToString(provider: null));
        builder.UseSetting("Probes:Interval", "00:00:00.200");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}
