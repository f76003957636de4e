using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>Lines that were found in one part of a chain.</summary>
/// <param name="Next">Behind this line the search goes on; null when all was looked through.</param>
public sealed record AuditFinds(IReadOnlyList<AuditEntry> Entries, long? Next);

/// <summary>Looks for lines in a tenant's chain, part by part. No index but that of the chain's order: every act would pay for another.</summary>
public static class AuditSearch
{
    private const int PartSize = 50_000;

    private const string Refused = "line::jsonb ->> 'result' <> 'OK'";
    private const string Overridden = "line::jsonb ? 'set_aside'";

    // Lines are recorded in the order of their sequence, which has no holes: a moment is found by halving. Of a line that was taken away the next one speaks.
    private const string CountBefore = """
        with recursive edge (low, high) as (
          select 0::bigint, (select sequence from audit_head where tenant = $1)
          union all
          select case when earlier then middle else low end, case when earlier then high else middle - 1 end
          from edge,
            lateral (select (low + high + 1) / 2 as middle) half,
            lateral (select coalesce((select recorded_at < $2 from audit_line where tenant = $1 and sequence >= middle order by sequence limit 1), false) as earlier) line
          where low < high)
        select low from edge where low = high
        """;

    /// <param name="behind">Line behind which to look, in the order that the query asks for; 0 = from the beginning.</param>
    public static async Task<AuditFinds> FindAsync(NpgsqlConnection connection, TenantId tenant, AuditQuery query, long behind, int limit, CancellationToken cancellation)
    {
        var first = query.From is { } from ? await CountBeforeAsync(connection, tenant, from, cancellation) : 0;
        var last = query.To is { } to ? await CountBeforeAsync(connection, tenant, to, cancellation) : (await AuditReader.HeadAsync(connection, tenant, cancellation)).Sequence;
        var (above, upTo, next) = query.NewestFirst ? PartBefore(behind, first, last) : PartAfter(behind, first, last);
        return new(await AuditReader.ReadAsync(CommandOf(connection, tenant, query, (above, upTo), limit), cancellation), next);
    }

    private static (long Above, long UpTo, long? Next) PartAfter(long behind, long first, long last)
    {
        var above = Math.Max(first, behind);
        var upTo = last - above > PartSize ? above + PartSize : last;
        return (above, upTo, upTo < last ? upTo : null);
    }

    private static (long Above, long UpTo, long? Next) PartBefore(long behind, long first, long last)
    {
        var upTo = behind == 0 ? last : Math.Min(last, behind - 1);
        var above = Math.Max(first, upTo - PartSize);
        return (above, upTo, above > first ? above + 1 : null);
    }

    private static NpgsqlCommand CommandOf(NpgsqlConnection connection, TenantId tenant, AuditQuery query, (long Above, long UpTo) part, int limit)
    {
        var command = new NpgsqlCommand { Connection = connection };
        string Value(object value)
        {
            command.Parameters.Add(new() { Value = value });
            return $"${command.Parameters.Count}";
        }

        List<string> conditions = [$"tenant = {Value(tenant.Value)}", $"sequence > {Value(part.Above)}", $"sequence <= {Value(part.UpTo)}"];
        if (query.Actor.Length > 0) conditions.Add($"line::jsonb ->> 'actor_id' = {Value(query.Actor)}");
        if (query.Action.Length > 0) conditions.Add($"line::jsonb ->> 'action' = {Value(query.Action)}");
        if (query.Subject.Length > 0)
            conditions.Add($"(line::jsonb ->> 'object_id' = {Value(query.Subject)} or starts_with(line::jsonb ->> 'object_id', {Value(query.Subject + "/")}) or line::jsonb -> 'shown' ? {Value(query.Subject)})");
        if (ConditionOf(query.Selection) is { } selected) conditions.Add(selected);
        command.CommandText = $"select {AuditReader.Columns} from audit_line where {string.Join(" and ", conditions)} order by sequence {(query.NewestFirst ? "desc" : "asc")} limit {Value(limit)}";
        return command;
    }

    private static string? ConditionOf(AuditSelection selection) => selection switch
    {
        AuditSelection.All => null,
        AuditSelection.Refused => Refused,
        AuditSelection.Overridden => Overridden,
        AuditSelection.Unreviewed => $"({Refused} or {Overridden}) and not exists (select from audit_review review where review.tenant = audit_line.tenant and review.sequence = audit_line.sequence)",
        AuditSelection.Acts => "line::jsonb ->> 'action' <> 'CONSULT'",
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, null),
    };

    private static async Task<long> CountBeforeAsync(NpgsqlConnection connection, TenantId tenant, DateTimeOffset moment, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(CountBefore, connection) { Parameters = { new() { Value = tenant.Value }, new() { Value = moment } } };
        return await command.ExecuteScalarAsync(cancellation) is long count ? count : 0;
    }
}
