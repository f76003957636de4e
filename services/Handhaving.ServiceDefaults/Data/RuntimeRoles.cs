using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>The two logins a service runs under: neither owns a table nor bypasses row-level security.</summary>
/// <param name="Database">Name of the database; the roles are called after it.</param>
/// <param name="Password">Password of both.</param>
public sealed record RuntimeRoles(string Database, string Password)
{
    public string Service => Database + "_service";

    public string Relay => Database + "_relay";

    /// <summary>Class of objects that a sharing grant must name to open this database; empty = none does.</summary>
    public string SharedClass { get; init; } = "";

    public string Fill(string sql) => sql
        .Replace("{service}", Quote(Service), StringComparison.Ordinal)
        .Replace("{relay}", Quote(Relay), StringComparison.Ordinal)
        .Replace("{class}", SharedClass.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>The connection string of a role, made from the owner's or from a deployed one.</summary>
    public string ConnectionString(string given, string role) =>
        new NpgsqlConnectionStringBuilder(given) { Username = role, Password = Password }.ConnectionString;

    public async Task CreateAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        foreach (var role in (string[])[Service, Relay])
        {
            var secret = Password.Replace("'", "''", StringComparison.Ordinal);
            var sql = $"""
                do $$ begin
                  if not exists (select from pg_roles where rolname = '{role}') then create role {Quote(role)} login nosuperuser nobypassrls nocreatedb nocreaterole; end if;
                end $$;
                alter role {Quote(role)} password '{secret}';
                alter role {Quote(role)} set statement_timeout = '5s';
                alter role {Quote(role)} set lock_timeout = '1s';
                alter role {Quote(role)} set idle_in_transaction_session_timeout = '10s';
                """;
            await using var command = new NpgsqlCommand(sql, owner);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
