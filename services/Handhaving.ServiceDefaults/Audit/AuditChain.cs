using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>Outcome of recomputing a chain, or a part of it.</summary>
/// <param name="EntryCount">Lines that follow from the place where the reading began.</param>
/// <param name="Until">The last of them.</param>
/// <param name="Problem">Empty when the chain is intact up to its head.</param>
public sealed record AuditVerification(long EntryCount, AuditPlace Until, long BrokenSequence, string Problem)
{
    /// <summary>What was read follows, and the chain goes on.</summary>
    public const string Unfinished = "UNFINISHED";

    /// <summary>First line that was not read; 0 at the end.</summary>
    public long NextSequence => Problem == Unfinished ? Until.Sequence + 1 : 0;
}

/// <summary>How much of a chain one call recomputes; at least one page.</summary>
public sealed record AuditBounds(long Lines, TimeSpan Time, TimeProvider Clock);

/// <summary>Recomputes a tenant's chain, part by part.</summary>
public static class AuditChain
{
    private const int PageSize = 1000;

    /// <summary>Follows the chain from a place in it to its head, or as far as the bounds go, and names the first line that does not follow.</summary>
    /// <param name="after">Line that is known, with the hash that it must have still.</param>
    public static async Task<AuditVerification> VerifyAsync(NpgsqlConnection connection, TenantId tenant, AuditPlace after, AuditBounds bounds, CancellationToken cancellation)
    {
        var began = bounds.Clock.GetTimestamp();
        var head = await AuditReader.HeadAsync(connection, tenant, cancellation);
        if (await ProblemAtAsync(connection, tenant, after, cancellation) is { } changed) return new(0, AuditPlace.Start, after.Sequence, changed);
        var until = after;
        AuditVerification Outcome(string problem) => new(until.Sequence - after.Sequence, until, problem.Length > 0 && problem != AuditVerification.Unfinished ? until.Sequence + 1 : 0, problem);
        while (await AuditReader.ListAsync(connection, tenant, until.Sequence, PageSize, cancellation) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                if (entry.Sequence != until.Sequence + 1) return Outcome("SEQUENCE_GAP");
                if (!entry.Hash.AsSpan().SequenceEqual(HashOf(until.Hash, entry))) return Outcome("HASH_MISMATCH");
                until = new(entry.Sequence, entry.Hash);
            }
            var isEnough = until.Sequence - after.Sequence >= bounds.Lines || bounds.Clock.GetElapsedTime(began) >= bounds.Time;
            if (isEnough && until.Sequence < head.Sequence) return Outcome(AuditVerification.Unfinished);
        }
        return Outcome(IsSame(head, until) ? "" : "HEAD_MISMATCH");
    }

    // Who goes on from a line trusts it as it was: written anew, or taken away, it breaks the chain there.
    private static async Task<string?> ProblemAtAsync(NpgsqlConnection connection, TenantId tenant, AuditPlace known, CancellationToken cancellation)
    {
        if (known.Sequence == 0) return null;
        var line = (await AuditReader.ListAsync(connection, tenant, known.Sequence - 1, 1, cancellation)).SingleOrDefault();
        if (line is null || line.Sequence != known.Sequence) return "SEQUENCE_GAP";
        return line.Hash.AsSpan().SequenceEqual(known.Hash) ? null : "HASH_MISMATCH";
    }

    private static bool IsSame(AuditPlace one, AuditPlace other) => one.Sequence == other.Sequence && one.Hash.AsSpan().SequenceEqual(other.Hash);

    // The same as audit_append in platform.sql.
    private static byte[] HashOf(byte[] previous, AuditEntry entry)
    {
        var time = entry.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry.Sequence}|{time}|{entry.Line}"));
        return SHA256.HashData([.. previous, .. text]);
    }
}
