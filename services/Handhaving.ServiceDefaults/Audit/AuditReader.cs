using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>A line with its place in the chain.</summary>
public sealed record AuditEntry(long Sequence, DateTimeOffset RecordedAt, string Line, byte[] Hash);

/// <summary>Reads a tenant's chain.</summary>
public static class AuditReader
{
    public static async Task<IReadOnlyList<AuditEntry>> ListAsync(NpgsqlConnection connection, TenantId tenant, long after, int limit, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sequence, recorded_at, line, hash from audit_line where tenant = $1 and sequence > $2 order by sequence limit $3", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = after }, new() { Value = limit } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<AuditEntry> entries = [];
        while (await reader.ReadAsync(cancellation))
            entries.Add(new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
        return entries;
    }
}
