using System.Net;
using Grpc.Net.Client;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Testing.Identity;
using Handhaving.Testing.Servers;

namespace Handhaving.Benchmarks.Platform;

/// <summary>Dispatch and the gateway as processes of their own, with a database of one benchmark on servers of the benchmarks alone.</summary>
internal sealed class SystemUnderTest : IAsyncDisposable
{
    private const string Second = "dispatch-2";
    private const int Channels = 4; // more connections than cores: none is the bottleneck
    private readonly Dictionary<string, ServiceProcess> processes = [];
    private readonly List<GrpcChannel> opened = [];
    private readonly PrivateServers servers;
    private readonly Dictionary<string, string> settings;

    private SystemUnderTest(PrivateServers servers, TestIssuer issuer, Database database, Uri broker)
    {
        (this.servers, Database, Region, Broker) = (servers, database, new(issuer), broker);
        settings = new()
        {
            ["ConnectionStrings__dispatch"] = database.OwnerConnectionString, ["Database__Password"] = Database.Password,
            ["ConnectionStrings__messaging"] = broker.ToString(), ["ConnectionStrings__cache"] = servers.Addresses.RedisConnectionString,
            ["Identity__Issuer"] = issuer.Address, ["Identity__Audience"] = "handhaving", ["ASPNETCORE_ENVIRONMENT"] = "Development",
        };
    }

    public Database Database { get; }

    public Region Region { get; }

    public Uri Broker { get; }

    public PrivateServers Servers => servers;

    public Uri Dispatch { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    public Uri Gateway { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>The gateway's door for browsers.</summary>
    public Uri Console { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>What a run is charged with.</summary>
    public Watch Watch
    {
        get
        {
            var parts = processes.ToDictionary(process => process.Key, process => process.Value.Pid);
            parts["postgres"] = servers.Pid(TestServer.Postgres);
            parts["rabbitmq"] = servers.Pid(TestServer.RabbitMQ);
            parts["redis"] = servers.Pid(TestServer.Redis);
            return new(parts);
        }
    }

    /// <param name="withBroker">False: the broker does not answer, so that facts wait in the outbox and nothing of their delivery is measured.</param>
    public static async Task<SystemUnderTest> StartAsync(BenchmarkRun run, string name, bool withBroker, bool withGateway, CancellationToken cancellation)
    {
        var database = await Database.CreateAsync(name, run.Servers.Addresses.PostgresOwnerConnectionString, cancellation);
        if (withBroker) await run.Servers.CreateVirtualHostAsync(name, cancellation);
        var broker = withBroker ? run.Servers.Addresses.RabbitMqUri(name) : new Uri($"amqp://guest:guest@127.0.0.1:{Ports.Free()}/");
        var system = new SystemUnderTest(run.Servers, run.Issuer, database, broker);
        await system.StartDispatchAsync(cancellation);
        if (withGateway) await system.StartGatewayAsync(system.Dispatch, cancellation);
        return system;
    }

    public Task StartDispatchAsync(CancellationToken cancellation) => StartDispatchAsync("dispatch", Dispatch, cancellation);

    /// <summary>One more replica, beside the first.</summary>
    /// <returns>Its door.</returns>
    public async Task<Uri> StartSecondDispatchAsync(CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        await StartDispatchAsync(Second, address, cancellation);
        return address;
    }

    /// <summary>kill -9 of that replica, and its start anew.</summary>
    public async Task ReplaceSecondDispatchAsync(CancellationToken cancellation)
    {
        await using (var second = processes[Second]) await second.KillAsync();
        await StartSecondDispatchAsync(cancellation);
    }

    private async Task StartDispatchAsync(string name, Uri address, CancellationToken cancellation) =>
        processes[name] = await ServiceProcess.StartProjectAsync(name, "services/Handhaving.Dispatch", [], new(address, "/health/ready"), new Dictionary<string, string>(settings) { ["ASPNETCORE_URLS"] = address.ToString() }, cancellation);

    /// <summary>A server without any of our code behind its doors, which is charged like the others.</summary>
    public async Task<Uri> StartBareAsync(CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        processes["bare"] = await ServiceProcess.StartProjectAsync("bare", "tests/Handhaving.Benchmarks", [Bare.BareServer.Command, $"{address.Port}"], new(address, "/health/ready"), new Dictionary<string, string>(), cancellation);
        return address;
    }

    /// <summary>Limits are on and counted, but wide enough for one caller to be the load of many.</summary>
    /// <param name="dispatch">What stands behind it as dispatch.</param>
    public async Task StartGatewayAsync(Uri dispatch, CancellationToken cancellation)
    {
        processes["gateway"] = await ServiceProcess.StartProjectAsync("gateway", "gateway/Handhaving.Gateway", [], new(Console, "/health/ready"), new Dictionary<string, string>(settings)
        {
            ["Listen__Address"] = IPAddress.Loopback.ToString(), ["Listen__Http"] = $"{Console.Port}", ["Listen__Grpc"] = $"{Gateway.Port}", ["Listen__Https"] = $"{Ports.Free()}",
            ["services__dispatch__http__0"] = dispatch.ToString(),
            ["RateLimits__Roles__partner-simulator__PermitsPerSecond"] = "10000000", ["RateLimits__Roles__partner-simulator__Burst"] = "10000000",
        }, cancellation);
    }

    /// <summary>A server that a benchmark started itself: charged like the others, and gone with them.</summary>
    public void Add(string name, ServiceProcess process) => processes[name] = process;

    /// <summary>Ways to a door, over which callers are spread.</summary>
    public IReadOnlyList<GrpcChannel> Open(Uri door)
    {
        var channels = Enumerable.Range(0, Channels).Select(_ => GrpcChannel.ForAddress(door, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true })).ToList();
        opened.AddRange(channels);
        return channels;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in opened) channel.Dispose();
        foreach (var process in processes.Values.Reverse()) await process.DisposeAsync();
    }
}
