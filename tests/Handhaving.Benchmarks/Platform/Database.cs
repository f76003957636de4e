using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Seed;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Benchmarks.Platform;

/// <summary>A database of one benchmark, with dispatch's own tables and the demo region.</summary>
internal sealed record Database(string Name, string OwnerConnectionString)
{
    public const string Password = "benchmarks-only";

    /// <summary>The login that the service uses: behind the walls, owner of nothing.</summary>
    public NpgsqlConnectionStringBuilder Service => new(OwnerConnectionString) { Username = Name + "_service", Password = Password };

    public static async Task<Database> CreateAsync(string name, Func<string, string> ownerConnectionString, CancellationToken cancellation)
    {
        await ExecuteAsync(ownerConnectionString("postgres"), $"create database {name}", [], cancellation);
        var database = new Database(name, ownerConnectionString(name));
        await Migration.ApplyAsync(database.OwnerConnectionString, Password, NullLogger<ServiceDefaults.Data.Migrator>.Instance, cancellation);
        await DemoRegion.SeedAsync(database.OwnerConnectionString, TimeProvider.System, cancellation);
        return database;
    }

    /// <summary>As the owner, past row-level security: to fill, to count, to look.</summary>
    public Task<object?> OwnerAsync(string sql, CancellationToken cancellation, params object[] values) => ExecuteAsync(OwnerConnectionString, sql, values, cancellation);

    public async Task<long> CountAsync(string table, CancellationToken cancellation) =>
        await OwnerAsync($"select count(*) from {table}", cancellation) as long? ?? throw new InvalidOperationException($"{table} was not counted.");

    private static async Task<object?> ExecuteAsync(string connectionString, string sql, object[] values, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1200 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellation);
    }
}
