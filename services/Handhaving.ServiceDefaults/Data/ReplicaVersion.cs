using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>What a replica says of itself on each of its connections: the service, and the last migration it was built with.</summary>
public sealed record ReplicaVersion(string Service, int LastMigration)
{
    // A version that said nothing of itself is older than all that do.
    private const string Older = """
        select distinct coalesce(nullif(application_name, ''), 'a version that does not say which') from pg_stat_activity
        where datname = current_database() and usename = any($1) and coalesce(substring(application_name from ' (\d{4})$')::int, 0) < $2
        """;

    public override string ToString() => $"{Service} {LastMigration:0000}";

    /// <summary>Replicas with a connection to this database that were built before a migration.</summary>
    public static async Task<IReadOnlyList<string>> OlderThanAsync(int migration, RuntimeRoles roles, NpgsqlConnection owner, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Older, owner) { Parameters = { new() { Value = new[] { roles.Service, roles.Relay } }, new() { Value = migration } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> older = [];
        while (await reader.ReadAsync(cancellation)) older.Add(reader.GetString(0));
        return older;
    }
}
