using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit.Reviews;

/// <summary>Reviews as they lie beside the log of a tenant.</summary>
internal static class ReviewRows
{
    /// <returns>As it is kept: the database keeps microseconds.</returns>
    public static async Task<EntryReview> AddAsync(NpgsqlConnection connection, TenantId tenant, EntryReview review, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("insert into audit_review (tenant, sequence, reviewed_at, reviewed_by, note) values ($1, $2, $3, $4, $5) returning reviewed_at", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = review.Sequence }, new() { Value = review.At }, new() { Value = review.By }, new() { Value = review.Note } },
        };
        return review with { At = new((DateTime)(await command.ExecuteScalarAsync(cancellation) ?? review.At.UtcDateTime)) };
    }

    /// <summary>Of these lines, in the order in which they were written.</summary>
    public static async Task<IReadOnlyList<EntryReview>> OfAsync(NpgsqlConnection connection, TenantId tenant, long[] sequences, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select sequence, reviewed_at, reviewed_by, note from audit_review where tenant = $1 and sequence = any($2) order by reviewed_at", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = sequences } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<EntryReview> reviews = [];
        while (await reader.ReadAsync(cancellation)) reviews.Add(new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3)));
        return reviews;
    }
}
