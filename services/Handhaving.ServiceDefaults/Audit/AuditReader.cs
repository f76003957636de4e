using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>A line with its place in the chain.</summary>
public sealed record AuditEntry(long Sequence, DateTimeOffset RecordedAt, string Line, byte[] Hash);

/// <summary>Reads a tenant's chain.</summary>
public static class AuditReader
{
    /// <summary>What <see cref="ReadAsync"/> takes of a line.</summary>
    internal const string Columns = "sequence, recorded_at, line, hash";

    public static Task<IReadOnlyList<AuditEntry>> ListAsync(NpgsqlConnection connection, TenantId tenant, long after, int limit, CancellationToken cancellation) =>
        ReadAsync(new($"select {Columns} from audit_line where tenant = $1 and sequence > $2 order by sequence limit $3", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = after }, new() { Value = limit } },
        }, cancellation);

    /// <summary>The last line; <see cref="AuditPlace.Start"/> where there is none.</summary>
    public static async Task<AuditPlace> HeadAsync(NpgsqlConnection connection, TenantId tenant, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sequence, hash from audit_head where tenant = $1", connection) { Parameters = { new() { Value = tenant.Value } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : AuditPlace.Start;
    }

    /// <summary>Runs a command that gives lines, and ends it.</summary>
    internal static async Task<IReadOnlyList<AuditEntry>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var ended = command;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<AuditEntry> entries = [];
        while (await reader.ReadAsync(cancellation))
            entries.Add(new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
        return entries;
    }
}
