using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Commands;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.Testing.Servers;

/// <summary>A server of a private set.</summary>
public enum TestServer
{
    Postgres,
    RabbitMQ,
    Redis,
}

/// <summary>A set of servers of one test, which it may stop, kill with -9 and start again; their data and ports stay.</summary>
public sealed class PrivateServers : IAsyncDisposable
{
    private readonly FileLock _mine;
    private readonly Instance _instance;
    private readonly Dictionary<TestServer, ServerHandle> _servers;
    private readonly VirtualHosts _virtualHosts;

    private PrivateServers(FileLock mine, Instance instance, IReadOnlyList<Resource> resources)
    {
        (_mine, _instance) = (mine, instance);
        Resource Named(string name) => resources.Single(resource => resource.Name == name);
        _servers = new Dictionary<TestServer, ServerHandle>
        {
            [TestServer.Postgres] = new(Named(TestServerVerbs.Postgres), instance),
            [TestServer.RabbitMQ] = new(Named(TestServerVerbs.RabbitMQ), instance),
            [TestServer.Redis] = new(Named(TestServerVerbs.Redis), instance),
        };
        Addresses = new ServerAddresses(name => ((IResourceWithConnectionString)Named(name)).ConnectionString);
        _virtualHosts = new VirtualHosts(Addresses.RabbitMqUri("/"), ((RabbitMQServerResource)Named(TestServerVerbs.RabbitMQ)).ManagementPort);
    }

    public ServerAddresses Addresses { get; }

    /// <summary>The process of a server that runs; what it started are its children.</summary>
    public int Pid(TestServer server) => _servers[server].Pid;

    public Task CreateVirtualHostAsync(string name, CancellationToken cancellation) => _virtualHosts.CreateAsync(name, cancellation);

    /// <summary>Returns when it answers again.</summary>
    public Task StartAsync(TestServer server, CancellationToken cancellation) => _servers[server].StartAsync(cancellation);

    /// <summary>The orderly way, as a restart of the machine would do it.</summary>
    public Task StopAsync(TestServer server) => _servers[server].StopAsync();

    /// <summary>kill -9; it stays down until it is started.</summary>
    public Task KillAsync(TestServer server) => _servers[server].KillAsync();

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_servers.Values.Select(server => server.KillAsync()));
        _virtualHosts.Dispose();
        _instance.Empty();
        _mine.Dispose();
    }

    internal static async Task<PrivateServers> StartAsync(string name, CancellationToken cancellation)
    {
        var instance = new Instance(RepositoryRoot.Find(), "test-" + name);
        var mine = FileLock.TryTake(Path.Combine(instance.Directory, "instance.lock"))
            ?? throw new DistributedApplicationException($"Another test has the private servers '{name}'.");
        await instance.Pids.StopStaleAsync(cancellation);
        instance.Empty();
        var options = new AppHostOptions(AppHostVerb.Run, instance.Name);
        var builder = new ApplicationBuilder(options, new GivenValues(new Dictionary<string, string>()), instance.Repository);
        builder.AddServersForTests();
        foreach (var resource in builder.Resources.OfType<ServerResource>())
            resource.KeepsData = true; // from a kill to the next start
        await new ServerInstallation(new PackageTool(Path.Combine(instance.Logs, "install.log")), Console.Error.WriteLine).EnsureAsync(ServerPackage.NeededBy(builder.Resources), cancellation);
        new Allocation(instance, options).Apply(builder.Resources);
        var servers = new PrivateServers(mine, instance, builder.Resources);
        await Task.WhenAll(servers._servers.Values.Select(server => server.StartAsync(cancellation)));
        return servers;
    }
}
