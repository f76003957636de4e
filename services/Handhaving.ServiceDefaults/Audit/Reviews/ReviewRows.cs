using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit.Reviews;

/// <summary>Reviews as they lie beside the log of a tenant.</summary>
internal static class ReviewRows
{
    // What a review is more than its texts.
    private const int ReviewBytes = 60;

    private const string Latest = """
        with latest as (
          select sequence, reviewed_at, reviewed_by, note,
            row_number() over (partition by sequence order by reviewed_at desc, reviewed_by) as nth, (count(*) over (partition by sequence))::int as line_count
          from audit_review where tenant = $1 and sequence = any($2))

        """;

    /// <returns>As it is kept: the database keeps microseconds.</returns>
    public static async Task<EntryReview> AddAsync(NpgsqlConnection connection, TenantId tenant, EntryReview review, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("insert into audit_review (tenant, sequence, reviewed_at, reviewed_by, note) values ($1, $2, $3, $4, $5) returning reviewed_at", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = review.Sequence }, new() { Value = review.At }, new() { Value = review.By }, new() { Value = review.Note } },
        };
        return review with { At = new((DateTime)(await command.ExecuteScalarAsync(cancellation) ?? review.At.UtcDateTime)) };
    }

    /// <summary>How often this person judged this line after a moment; whoever counts the same meanwhile waits.</summary>
    public static async Task<long> CountSinceAsync(NpgsqlConnection connection, TenantId tenant, EntryReview review, DateTimeOffset after, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'audit_review', $1, $2::bigint, $3), 0))", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = review.Sequence }, new() { Value = review.By } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText = "select count(*) from audit_review where tenant = $1 and sequence = $2 and reviewed_by = $3 and reviewed_at > $4";
        command.Parameters.Add(new() { Value = after });
        return (long)(await command.ExecuteScalarAsync(cancellation) ?? 0L);
    }

    /// <summary>Of these lines, those that were judged, each with its latest reviews, oldest first.</summary>
    public static async Task<IReadOnlyList<LineReviews>> OfAsync(NpgsqlConnection connection, TenantId tenant, long[] sequences, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Latest + "select sequence, reviewed_at, reviewed_by, note, line_count from latest where nth <= $3 order by reviewed_at", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = sequences }, new() { Value = LineReviews.MostShown } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(EntryReview Review, int Count)> rows = [];
        while (await reader.ReadAsync(cancellation)) rows.Add((new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3)), reader.GetInt32(4)));
        var byLine = rows.ToLookup(row => row.Review.Sequence);
        return [.. sequences.Where(byLine.Contains).Select(line => new LineReviews(line, byLine[line].First().Count, [.. byLine[line].Select(row => row.Review)]))];
    }

    /// <summary>Bytes that an answer needs for the reviews of these lines that it shows; lines without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, int>> BytesOfAsync(NpgsqlConnection connection, TenantId tenant, long[] sequences, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Latest + "select sequence, sum(octet_length(note) + octet_length(reviewed_by) + $4)::int from latest where nth <= $3 group by sequence", connection)
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = sequences }, new() { Value = LineReviews.MostShown }, new() { Value = ReviewBytes } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<long, int> bytes = [];
        while (await reader.ReadAsync(cancellation)) bytes[reader.GetInt64(0)] = reader.GetInt32(1);
        return bytes;
    }
}
