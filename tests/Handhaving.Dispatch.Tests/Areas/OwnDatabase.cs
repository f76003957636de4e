using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Data;
using Handhaving.Testing.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>A database of its own for a test that replaces the areas: migrated, without any row.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    public const string Password = "test-only";
    private readonly string name = $"areas_{Guid.NewGuid():N}"[..20];
    private readonly TestServers servers;

    private OwnDatabase(TestServers servers) => this.servers = servers;

    public string OwnerConnectionString => servers.PostgresOwnerConnectionString(name);

    public RuntimeRoles Roles => new(name, Password);

    public static async Task<OwnDatabase> CreateAsync()
    {
        var database = new OwnDatabase(await TestServers.StartAsync(TestContext.Current.CancellationToken));
        await database.ExecuteAsync("postgres", $"create database {database.name}");
        await Migration.ApplyAsync(database.OwnerConnectionString, Password, NullLogger<Migrator>.Instance, TestContext.Current.CancellationToken);
        return database;
    }

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public Task AlterAsync(string sql) => ExecuteAsync("postgres", sql);

    /// <summary>A deployment without these municipalities.</summary>
    public async Task LeaveOutAsync(params string[] codes)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("delete from municipality where code = any($1)", connection) { Parameters = { new() { Value = codes } } };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What a replica reads.</summary>
    public async Task<AreaMap> ReadAsync()
    {
        await using var connection = await OpenAsync();
        return await AreaTable.ReadAsync(connection, TestContext.Current.CancellationToken);
    }

    /// <summary>A replica's pools, under its own logins.</summary>
    public Databases Replica() =>
        new(NpgsqlDataSource.Create(Roles.ConnectionString(OwnerConnectionString, Roles.Service)), NpgsqlDataSource.Create(Roles.ConnectionString(OwnerConnectionString, Roles.Relay)));

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync("postgres", $"drop database {name} with (force)");
        foreach (var role in (string[])["service", "relay"]) await ExecuteAsync("postgres", $"drop role {name}_{role}");
        servers.Dispose();
    }

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(servers.PostgresOwnerConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
