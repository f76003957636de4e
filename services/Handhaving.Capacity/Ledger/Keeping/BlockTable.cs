using Handhaving.Capacity.Blocks;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Ledger.Keeping;

/// <summary>Statements on blocks; plain, for one act touches thousands of them at once.</summary>
internal static class BlockTable
{
    /// <summary>Locks blocks until the transaction ends; rows as <see cref="ReadAsync"/> takes them.</summary>
    public static NpgsqlBatchCommand Lock(IReadOnlyCollection<BlockKey> keys) => new("select * from lock_blocks($1, $2, $3)")
    {
        Parameters = { Owners(keys), Functions(keys), Starts(keys) },
    };

    public static async Task<Dictionary<BlockKey, BlockCount>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        Dictionary<BlockKey, BlockCount> counts = [];
        while (await reader.ReadAsync(cancellation))
        {
            var (key, count) = Row(reader);
            counts[key] = count;
        }
        return counts;
    }

    /// <summary>The block of a row; its columns are those of <c>lock_blocks</c>.</summary>
    public static (BlockKey Key, BlockCount Count) Row(NpgsqlDataReader reader) =>
        (new(new TenantId(reader.GetString(0)), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)), new(reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6)) { Waived = reader.GetInt32(7) });

    /// <param name="decision">The decision that waives, where one does.</param>
    public static NpgsqlBatchCommand Move(IReadOnlyList<(BlockKey Key, BlockMove Move)> moves, Guid? decision)
    {
        BlockKey[] keys = [.. moves.Select(moved => moved.Key)];
        return new("select move_blocks($1, $2, $3, $4, $5, $6, $7)")
        {
            Parameters =
            {
                Owners(keys), Functions(keys), Starts(keys), Numbers(moves.Select(moved => moved.Move.Held)), Numbers(moves.Select(moved => moved.Move.Confirmed)), Numbers(moves.Select(moved => moved.Move.Waived)),
                new() { Value = (object?)decision ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
    }

    /// <summary>Gives blocks the strength of a report; rows of all of them as they are then, as <see cref="ReadAsync"/> takes them, and after those whom each could roster before (null when that was not known).</summary>
    /// <remarks>What was before is what the statement found when it began; joined to the table by its key, for a plan made once knows nothing of how many blocks there are.</remarks>
    public static NpgsqlBatchCommand PutStrength(TenantId owner, string function, IEnumerable<DateTimeOffset> starts, Guid report, int plannable) => Put("""
        with put as (
          insert into capacity_block as b (tenant, function, starts_at, strength, plannable) select $1, $2, s, $4, $5 from unnest($3) s order by s
          on conflict (tenant, function, starts_at) do update set strength = excluded.strength, plannable = excluded.plannable, version = b.version + 1
          returning tenant, function, starts_at, plannable, waterline, held, confirmed, waived)
        select put.*, before.plannable from put left join capacity_block before on before.tenant = put.tenant and before.function = put.function and before.starts_at = put.starts_at and before.strength is not null
        """, owner, function, starts, report, plannable);

    /// <summary>Gives blocks a minimum.</summary>
    public static NpgsqlBatchCommand PutWaterline(TenantId owner, string function, IEnumerable<DateTimeOffset> starts, Guid change, int minimum) => Put("""
        insert into capacity_block as b (tenant, function, starts_at, waterline_id, waterline) select $1, $2, s, $4, $5 from unnest($3) s order by s
        on conflict (tenant, function, starts_at) do update set waterline_id = excluded.waterline_id, waterline = excluded.waterline, version = b.version + 1
        """, owner, function, starts, change, minimum);

    private static NpgsqlBatchCommand Put(string sql, TenantId owner, string function, IEnumerable<DateTimeOffset> starts, Guid source, int count) => new(sql)
    {
        Parameters = { new() { Value = owner.Value }, new() { Value = function }, new() { Value = starts.ToArray() }, new() { Value = source }, new() { Value = count } },
    };

    private static NpgsqlParameter Numbers(IEnumerable<int> numbers) => new() { Value = numbers.ToArray() };

    private static NpgsqlParameter Owners(IEnumerable<BlockKey> keys) => new() { Value = keys.Select(key => key.Owner.Value).ToArray() };

    private static NpgsqlParameter Functions(IEnumerable<BlockKey> keys) => new() { Value = keys.Select(key => key.Function).ToArray() };

    private static NpgsqlParameter Starts(IEnumerable<BlockKey> keys) => new() { Value = keys.Select(key => key.Start).ToArray() };
}
