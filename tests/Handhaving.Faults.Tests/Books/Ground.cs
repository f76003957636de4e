using Handhaving.Faults.Tests.Platform;
using Npgsql;

namespace Handhaving.Faults.Tests.Books;

/// <summary>What must hold in the database at any moment, whatever was killed.</summary>
internal static class Ground
{
    private const string OnTwo = "select active_unit from assignment where active_unit is not null group by active_unit having count(*) > 1";

    private const string Untold = """
        select coalesce(t.incident::text, o.aggregate) || ' ' || coalesce(t.sequence, o.aggregate_sequence)
        from timeline t full join (select * from outbox where aggregate like '%/incidents/%') o
          on o.aggregate = 'municipalities/' || t.tenant || '/incidents/' || t.incident and o.aggregate_sequence = t.sequence
        where t.incident is null or o.id is null limit 5
        """;

    private const string Holes = "select incident::text from timeline group by tenant, incident having max(sequence) <> count(*) or min(sequence) <> 1 limit 5";

    // The chain, reckoned again from its text alone: line by line, and its end against its head.
    private const string Chains = """
        with lines as (
          select tenant, sequence, row_number() over chain as place, hash, sha256(lag(hash, 1, decode(repeat('00', 32), 'hex')) over chain || convert_to(
            sequence::text || '|' || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '|' || line, 'UTF8')) as reckoned
          from audit_line window chain as (partition by tenant order by sequence))
        select tenant || ' line ' || min(sequence) from lines where place <> sequence or hash <> reckoned group by tenant
        union all
        select h.tenant || ' head' from audit_head h left join lines l on l.tenant = h.tenant and l.sequence = h.sequence
        where h.sequence > 0 and (l.hash is distinct from h.hash or exists (select from lines m where m.tenant = h.tenant and m.sequence > h.sequence))
        """;

    /// <summary>Units with more than one active assignment.</summary>
    public static async Task<IReadOnlyList<string>> OnTwoAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(OnTwo, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> units = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) units.Add(reader.GetString(0));
        return units;
    }

    public static async Task<IReadOnlyList<string>> WrongAsync(OwnerView database) =>
    [
        .. await NamedAsync(database, "on two assignments", OnTwo), .. await NamedAsync(database, "in timeline or outbox alone", Untold),
        .. await NamedAsync(database, "timeline with a hole", Holes), .. await NamedAsync(database, "audit chain broken", Chains),
    ];

    private static async Task<IEnumerable<string>> NamedAsync(OwnerView database, string what, string sql) =>
        (await database.RowsAsync(sql, row => row.GetString(0))).Select(found => $"{what}: {found}");
}
