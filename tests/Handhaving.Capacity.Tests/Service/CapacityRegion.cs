using Grpc.Net.Client;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Data.Seed;
using Handhaving.Capacity.Demand.Keeping;
using Handhaving.Capacity.People.Expiry;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Retention;
using Handhaving.Capacity.Rosters.Worked;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.Testing;
using Handhaving.Testing.Identity;
using Handhaving.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(Handhaving.Capacity.Tests.Service.CapacityRegion))]

namespace Handhaving.Capacity.Tests.Service;

/// <summary>Two replicas of capacity on real servers with the demo region, over real gRPC; one for all tests of this project.</summary>
public sealed class CapacityRegion : IAsyncLifetime
{
    private const string Password = "test-only";
    private readonly string name = $"capacity_{Guid.NewGuid():N}"[..20];
    private readonly List<WebApplication> replicas = [];
    private readonly List<GrpcChannel> channels = [];
    private TestServers? servers;

    /// <summary>The issuer of the callers' tokens.</summary>
    public TestIssuer Issuer { get; private set; } = null!; // set before any test runs

    private TestServers Servers => servers ?? throw new InvalidOperationException("The servers are not started.");

    private string Owner => Servers.PostgresOwnerConnectionString(name);

    /// <summary>A client's way to one replica.</summary>
    public GrpcChannel Replica(int number) => channels[number];

    public async ValueTask InitializeAsync()
    {
        servers = await TestServers.StartAsync(CancellationToken.None);
        Issuer = await TestIssuer.StartAsync();
        await ExecuteAsync("postgres", $"create database {name}");
        await Servers.CreateVirtualHostAsync(name, CancellationToken.None);
        await Migration.Run.ApplyAsync(Owner, Password, NullLogger<Migrator>.Instance, CancellationToken.None);
        await DemoStrength.SeedAsync(Owner, TimeProvider.System, CancellationToken.None);
        for (var number = 0; number < 2; number++) await StartReplicaAsync();
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

    /// <summary>Lets both replicas end the holds that are over, at once.</summary>
    public Task SweepHoldsAsync() => SweepAsync<HoldExpiryJob>();

    /// <summary>Lets both replicas count strength that is due, at once.</summary>
    public Task SweepStrengthAsync() => SweepAsync<StrengthJob>();

    /// <summary>Lets both replicas look for appointments that end soon, at once.</summary>
    public Task SweepExpiryAsync() => SweepAsync<CompetenceExpiryJob>();

    /// <summary>Lets both replicas add old calls to the sums of their hours, at once.</summary>
    public Task SweepDemandAsync() => SweepAsync<DemandFoldJob>();

    /// <summary>Lets both replicas look for shifts before which rest falls short, at once.</summary>
    public Task SweepShortRestsAsync() => SweepAsync<ShortRestJob>();

    /// <summary>Lets both replicas destroy what is over its term, at once.</summary>
    public Task SweepRetentionAsync() => SweepAsync<RetentionJob>();

    private Task SweepAsync<T>() where T : SweepJob => Task.WhenAll(replicas.Select(replica => replica.Services.GetServices<IHostedService>().OfType<T>().Single().SweepAsync(TestContext.Current.CancellationToken)));

    private async Task<object?> ExecuteAsync(string database, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(Servers.PostgresOwnerConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync();
    }

    private async Task StartReplicaAsync()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        var app = CapacityApp.Build(
        [
            $"--urls={address}", $"--environment={Environments.Development}", $"--ConnectionStrings:capacity={Owner}", $"--Database:Password={Password}",
            $"--ConnectionStrings:messaging={Servers.RabbitMqUri(name)}", $"--ConnectionStrings:cache={Servers.RedisConnectionString}",
            $"--Identity:Issuer={Issuer.Address}", "--Identity:Audience=handhaving", "--Logging:LogLevel:Default=Critical", "--Logging:LogLevel:MassTransit=Critical", "--Logging:LogLevel:Handhaving.ServiceDefaults.Errors=Error",
        ]);
        await app.StartAsync();
        replicas.Add(app);
        channels.Add(GrpcChannel.ForAddress(address, RepeatedCalls.Options));
    }
}
