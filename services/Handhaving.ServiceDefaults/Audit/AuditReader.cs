using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>A line with its place in the chain.</summary>
public sealed record AuditEntry(long Sequence, DateTimeOffset RecordedAt, string Line, byte[] Hash);

/// <summary>Outcome of recomputing a chain; <c>Problem</c> is empty when it is intact.</summary>
public sealed record AuditVerification(long EntryCount, long BrokenSequence, string Problem);

/// <summary>Reads and recomputes a tenant's chain.</summary>
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

    /// <summary>Follows the chain from its first line to its head and names the first line that does not follow.</summary>
    public static async Task<AuditVerification> VerifyAsync(NpgsqlConnection connection, TenantId tenant, CancellationToken cancellation)
    {
        var (headSequence, headHash) = await HeadAsync(connection, tenant, cancellation);
        var previous = new byte[32];
        var expected = 1L;
        while (await ListAsync(connection, tenant, expected - 1, 1000, cancellation) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                if (entry.Sequence != expected) return new(expected - 1, expected, "SEQUENCE_GAP");
                if (!entry.Hash.AsSpan().SequenceEqual(HashOf(previous, entry))) return new(expected - 1, expected, "HASH_MISMATCH");
                previous = entry.Hash;
                expected++;
            }
        }
        var intact = headSequence == expected - 1 && headHash.AsSpan().SequenceEqual(previous);
        return intact ? new(expected - 1, 0, "") : new(expected - 1, expected, "HEAD_MISMATCH");
    }

    // The same as audit_append in platform.sql.
    private static byte[] HashOf(byte[] previous, AuditEntry entry)
    {
        var time = entry.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry.Sequence}|{time}|{entry.Line}"));
        return SHA256.HashData([.. previous, .. text]);
    }

    private static async Task<(long Sequence, byte[] Hash)> HeadAsync(NpgsqlConnection connection, TenantId tenant, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sequence, hash from audit_head where tenant = $1", connection) { Parameters = { new() { Value = tenant.Value } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, new byte[32]);
    }
}
