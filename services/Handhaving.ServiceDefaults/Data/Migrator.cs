using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>Brings a database to this version: the SQL files embedded under <c>Migrations</c>, in order, each once, each in its own transaction.</summary>
/// <remarks>Runs as the owner, apart from the services. Version N-1 of a service works on beside it: a file only adds, or waits until no replica is connected that needs what it takes away.</remarks>
public sealed partial class Migrator(string ownerConnectionString, RuntimeRoles roles, ILogger<Migrator> logger)
{
    private const int Attempts = 60;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private const long Lock = 0x48616E6468617665; // "Handhave": any constant that all migrators share

    /// <exception cref="ReplicasTooOld">What was to be taken away is still needed; all before it is applied.</exception>
    public async Task MigrateAsync(IEnumerable<Assembly> assemblies, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellation);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock}); create table if not exists schema_version (name text primary key, applied_at timestamptz not null default now())", cancellation);
        await roles.CreateAsync(connection, cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        foreach (var script in assemblies.SelectMany(MigrationScript.Of).Where(script => !applied.Contains(script.Name)))
        {
            if (await ReplicaVersion.OlderThanAsync(script.OldestReplica, roles, connection, cancellation) is { Count: > 0 } older) throw new ReplicasTooOld(script.Name, script.OldestReplica, older);
            await ApplyAsync(connection, script, cancellation);
            LogApplied(script.Name);
        }
    }

    // Whoever comes after a migration that waits for a table waits too: it asks for a moment only, and again.
    private async Task ApplyAsync(NpgsqlConnection connection, MigrationScript script, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await ExecuteAsync(connection, $"set local lock_timeout = '{LongestWait.TotalMilliseconds}ms'", cancellation);
                await ExecuteAsync(connection, roles.Fill(script.Sql), cancellation);
                await using var done = new NpgsqlCommand("insert into schema_version (name) values ($1)", connection) { Parameters = { new() { Value = script.Name } } };
                await done.ExecuteNonQueryAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                LogBusy(script.Name, attempt);
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select name from schema_version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        HashSet<string> names = [];
        while (await reader.ReadAsync(cancellation)) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(EventId = 1103, Level = LogLevel.Warning, Message = "{Name} did not get its tables in time, and tries again ({Attempt})")]
    private partial void LogBusy(string name, int attempt);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Information, Message = "Applied {Name}")]
    private partial void LogApplied(string name);
}
