using Grpc.Net.Client;
using Handhaving.Dispatch.Canary;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.Testing.Identity;
using Handhaving.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(Handhaving.Dispatch.Tests.Service.DispatchRegion))]

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>Two replicas of dispatch on real servers with the demo region, over real gRPC; one for all tests of this project.</summary>
public sealed class DispatchRegion : IAsyncLifetime
{
    private const string Password = "test-only";
    private readonly string name = $"dispatch_{Guid.NewGuid():N}"[..20];
    private readonly List<WebApplication> replicas = [];
    private readonly List<GrpcChannel> channels = [];
    private TestServers? servers;

    /// <summary>The issuer of the callers' tokens.</summary>
    public TestIssuer Issuer { get; private set; } = null!; // set before any test runs

    public string OwnerConnectionString => Servers.PostgresOwnerConnectionString(name);

    public string ServiceConnectionString => new NpgsqlConnectionStringBuilder(OwnerConnectionString) { Username = name + "_service", Password = Password }.ConnectionString;

    public Uri RabbitMq => Servers.RabbitMqUri(name);

    private TestServers Servers => servers ?? throw new InvalidOperationException("The servers are not started.");

    /// <summary>A client's way to one replica.</summary>
    public GrpcChannel Replica(int number) => channels[number];

    public async ValueTask InitializeAsync()
    {
        servers = await TestServers.StartAsync(CancellationToken.None);
        Issuer = await TestIssuer.StartAsync();
        await ExecuteAsync("postgres", $"create database {name}");
        await Servers.CreateVirtualHostAsync(name, CancellationToken.None);
        await Migration.ApplyAsync(OwnerConnectionString, Password, NullLogger<ServiceDefaults.Data.Migrator>.Instance, CancellationToken.None);
        await DemoRegion.SeedAsync(OwnerConnectionString, TimeProvider.System, CancellationToken.None);
        for (var number = 0; number < 2; number++) await StartReplicaAsync(RabbitMq.ToString(), Servers.RedisConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels) channel.Dispose();
        await Task.WhenAll(replicas.Select(replica => replica.StopAsync()));
        foreach (var replica in replicas) await replica.DisposeAsync();
        await Issuer.DisposeAsync();
        await ExecuteAsync("postgres", $"drop database {name} with (force)");
        await ExecuteAsync("postgres", $"drop role {name}_service");
        await ExecuteAsync("postgres", $"drop role {name}_relay");
        await Servers.DeleteVirtualHostAsync(name, CancellationToken.None);
        Servers.Dispose();
    }

    /// <summary>Runs a statement as the owner, past row-level security: only for looking behind the service and for damage on purpose.</summary>
    public Task<object?> OwnerAsync(string sql, params object[] values) => ExecuteAsync(name, sql, values);

    private async Task<object?> ExecuteAsync(string database, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(Servers.PostgresOwnerConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Lets the pruning job of one replica take its turn now.</summary>
    public Task PruneCanariesAsync(DateTimeOffset before) => replicas[0].Services.GetRequiredService<CanaryPruningJob>().PruneAsync(before, TestContext.Current.CancellationToken);

    /// <summary>One more replica, whose broker and cache do not answer.</summary>
    public async Task<GrpcChannel> StartCutOffReplicaAsync()
    {
        await StartReplicaAsync($"amqp://guest:guest@127.0.0.1:{Ports.Free()}/", $"127.0.0.1:{Ports.Free()}");
        return channels[^1];
    }

    private async Task StartReplicaAsync(string messaging, string cache)
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        var app = DispatchApp.Build(
        [
            $"--urls={address}", $"--environment={Environments.Development}", $"--ConnectionStrings:dispatch={OwnerConnectionString}", $"--Database:Password={Password}",
            $"--ConnectionStrings:messaging={messaging}", $"--ConnectionStrings:cache={cache}",
            $"--Identity:Issuer={Issuer.Address}", "--Identity:Audience=handhaving", "--Logging:LogLevel:Default=Critical",
        ]);
        await app.StartAsync();
        replicas.Add(app);
        channels.Add(GrpcChannel.ForAddress(address));
    }
}
