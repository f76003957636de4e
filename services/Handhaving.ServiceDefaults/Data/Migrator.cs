using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>Brings a database to this version: the SQL files embedded under <c>Migrations</c>, in order, each once, each in its own transaction.</summary>
/// <remarks>Runs as the owner, apart from the services; a migration only expands, so that version N-1 of a service still works beside it.</remarks>
public sealed partial class Migrator(string ownerConnectionString, RuntimeRoles roles, ILogger<Migrator> logger)
{
    private const long Lock = 0x48616E6468617665; // "Handhave": any constant that all migrators share

    public async Task MigrateAsync(IEnumerable<Assembly> assemblies, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellation);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock}); create table if not exists schema_version (name text primary key, applied_at timestamptz not null default now())", cancellation);
        await roles.CreateAsync(connection, cancellation);
        var applied = await AppliedAsync(connection, cancellation);
        foreach (var (name, sql) in assemblies.SelectMany(Scripts).Where(script => !applied.Contains(script.Name)))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await ExecuteAsync(connection, roles.Fill(sql), cancellation);
            await using var done = new NpgsqlCommand("insert into schema_version (name) values ($1)", connection) { Parameters = { new() { Value = name } } };
            await done.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            LogApplied(name);
        }
    }

    private static IEnumerable<(string Name, string Sql)> Scripts(Assembly assembly) =>
        assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => (name, Read(assembly, name)));

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
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

    [LoggerMessage(EventId = 1101, Level = LogLevel.Information, Message = "Applied {Name}")]
    private partial void LogApplied(string name);
}
