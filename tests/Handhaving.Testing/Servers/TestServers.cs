using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.Testing.Servers;

/// <summary>One set of PostgreSQL, RabbitMQ and Redis for all test processes of this repository; it ends by itself seconds after the last of them.</summary>
public sealed class TestServers : IDisposable
{
    private readonly ServerAddresses _addresses;
    private readonly VirtualHosts _virtualHosts;

    private TestServers(EndpointsFile servers)
    {
        _addresses = new ServerAddresses(name => servers.Resources[name].ConnectionString ?? throw new InvalidOperationException($"No server '{name}'."));
        _virtualHosts = new VirtualHosts(RabbitMqUri("/"), servers.Resources[TestServerVerbs.RabbitMQ].ManagementPort
            ?? throw new InvalidOperationException("The broker has no management door."));
    }

    public string RedisConnectionString => _addresses.RedisConnectionString;

    public string PostgresOwnerConnectionString(string database) => _addresses.PostgresOwnerConnectionString(database);

    public Uri RabbitMqUri(string virtualHost) => _addresses.RabbitMqUri(virtualHost);

    public Task CreateVirtualHostAsync(string name, CancellationToken cancellation) => _virtualHosts.CreateAsync(name, cancellation);

    public Task DeleteVirtualHostAsync(string name, CancellationToken cancellation) => _virtualHosts.DeleteAsync(name, cancellation);

    /// <summary>Starts the servers, or joins those that another test process started. They live as long as this process.</summary>
    public static async Task<TestServers> StartAsync(CancellationToken cancellation)
    {
        var keeper = new Keeper(new Instance(RepositoryRoot.Find(), "test"));
        return new TestServers(await keeper.JoinAsync(ProcessIdentity.Current, cancellation));
    }

    /// <summary>A set of its own for a test that kills servers; empty at the start, gone when it is disposed.</summary>
    public static Task<PrivateServers> StartPrivateAsync(string name, CancellationToken cancellation) => PrivateServers.StartAsync(name, cancellation);

    /// <summary>Lets go of the connections; the servers stay for the other tests.</summary>
    public void Dispose() => _virtualHosts.Dispose();
}
