using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Data.Seed;
using Handhaving.Testing.Identity;
using Handhaving.Testing.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Benchmarks.Platform;

/// <summary>Capacity as a process of its own with the demo region; the broker does not answer, so that nothing of delivery is measured.</summary>
internal sealed class CapacitySystem : IAsyncDisposable
{
    private readonly PrivateServers servers;
    private readonly TestIssuer issuer;
    private readonly ServiceProcess process;
    private readonly string owner;

    private CapacitySystem(PrivateServers servers, TestIssuer issuer, ServiceProcess process, string owner, Uri address) =>
        (this.servers, this.issuer, this.process, this.owner, Channel) = (servers, issuer, process, owner, GrpcChannel.ForAddress(address));

    public GrpcChannel Channel { get; }

    /// <summary>What a run is charged with.</summary>
    public Watch Watch => new(new Dictionary<string, int> { ["capacity"] = process.Pid, ["postgres"] = servers.Pid(TestServer.Postgres) });

    /// <summary>Headers and deadline of a planner of both teams.</summary>
    public CallOptions Call(CancellationToken cancellation) =>
        new(new() { { "authorization", "Bearer " + issuer.Token("planner-benchmark", ["planner"], [.. Region.Municipalities], [.. Region.Teams]) } }, DateTime.UtcNow.AddSeconds(30), cancellation);

    /// <param name="name">Of its database.</param>
    /// <param name="fill">A statement that fills it before the service starts; null for none.</param>
    public static async Task<CapacitySystem> StartAsync(BenchmarkRun run, string name, string? fill, CancellationToken cancellation)
    {
        await ExecuteAsync(run.Servers.Addresses.PostgresOwnerConnectionString("postgres"), $"create database {name}", cancellation);
        var owner = run.Servers.Addresses.PostgresOwnerConnectionString(name);
        await Migration.Run.ApplyAsync(owner, Database.Password, NullLogger<ServiceDefaults.Data.Migrator>.Instance, cancellation);
        await DemoStrength.SeedAsync(owner, TimeProvider.System, cancellation);
        if (fill is not null) await ExecuteAsync(owner, fill, cancellation);
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var process = await ServiceProcess.StartProjectAsync("capacity", "services/Handhaving.Capacity", [], new(address, "/health/ready"), new Dictionary<string, string>
        {
            ["ConnectionStrings__capacity"] = owner, ["Database__Password"] = Database.Password,
            ["ConnectionStrings__messaging"] = $"amqp://guest:guest@127.0.0.1:{Ports.Free()}/", ["ConnectionStrings__cache"] = run.Servers.Addresses.RedisConnectionString,
            ["Identity__Issuer"] = run.Issuer.Address, ["Identity__Audience"] = "handhaving", ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = address.ToString(),
        }, cancellation);
        return new(run.Servers, run.Issuer, process, owner, address);
    }

    public async Task<long> CountAsync(string table, CancellationToken cancellation) =>
        await ExecuteAsync(owner, $"select count(*) from {table}", cancellation) as long? ?? throw new InvalidOperationException($"{table} was not counted.");

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await process.DisposeAsync();
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1200 };
        return await command.ExecuteScalarAsync(cancellation);
    }
}
