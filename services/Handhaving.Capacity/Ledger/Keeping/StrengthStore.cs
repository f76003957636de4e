using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;
using NpgsqlTypes;

namespace Handhaving.Capacity.Ledger.Keeping;

/// <summary>The strength that a block has.</summary>
/// <param name="Losses">As <see cref="StrengthRow.LossesOf"/> writes them.</param>
public sealed record KnownStrength(int Established, string Losses, int? Planned);

/// <summary>A report of strength and the blocks that take it.</summary>
public sealed record ReportedBlocks(StrengthRow Report, IReadOnlyList<DateTimeOffset> Blocks)
{
    public FunctionName Function => new(new(Report.Tenant), Report.Function);
}

/// <summary>Keeps reports of strength and gives them to blocks. What is promised stays promised; where strength drops below it, or below the waterline, that is told and one conflict a function is raised.</summary>
public sealed class StrengthStore(CapacityDb db, RaiseConflict conflicts)
{
    /// <param name="reports">Of one act.</param>
    /// <returns>Where people are missing since.</returns>
    public async Task<IReadOnlyList<Shortage>> KeepAsync(UnitOfWork<CapacityDb> work, IReadOnlyList<ReportedBlocks> reports, CancellationToken cancellation)
    {
        if (reports.Count == 0) return [];
        db.Strengths.AddRange(reports.Select(one => one.Report));
        await db.SaveChangesAsync(cancellation);
        var changed = await PutAsync(work, reports, cancellation);
        foreach (var function in reports.GroupBy(one => one.Function, one => one.Report))
            await TellAsync(work, function.Key, Shortages(changed.Where(block => block.IsWorse && block.Key.Function == function.Key.Code)), function.First(), cancellation);
        return Shortages(changed);
    }

    /// <summary>Blocks whose report says something else than their segment, or that have none; compared where they lie, for most stay as they are.</summary>
    /// <param name="segments">Of whole blocks.</param>
    /// <returns>The place of the segment, and the start of the block.</returns>
    public static async Task<IReadOnlyList<(int Segment, DateTimeOffset Start)>> DifferingAsync(UnitOfWork<CapacityDb> work, FunctionName function, IReadOnlyList<(Interval Time, KnownStrength Strength)> segments, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("""
            select said.place::int - 1, quarter
            from unnest($3, $4, $5, $6, $7) with ordinality as said (first, until, established, losses, planned, place)
              cross join lateral generate_series(said.first, said.until - interval '15 minutes', interval '15 minutes') quarter
              left join capacity_block block on block.tenant = $1 and block.function = $2 and block.starts_at = quarter
              left join strength report on report.id = block.strength
            where report.id is null or report.established <> said.established or report.losses <> said.losses or report.planned is distinct from said.planned
            order by quarter
            """)
        {
            Parameters =
            {
                new() { Value = function.Owner.Value },
                new() { Value = function.Code },
                new() { Value = segments.Select(segment => segment.Time.Start.ToUniversalTime()).ToArray() },
                new() { Value = segments.Select(segment => segment.Time.End.ToUniversalTime()).ToArray() },
                new() { Value = segments.Select(segment => segment.Strength.Established).ToArray() },
                new() { Value = segments.Select(segment => segment.Strength.Losses).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new() { Value = segments.Select(segment => segment.Strength.Planned).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<(int, DateTimeOffset)> differing = [];
        while (await reader.ReadAsync(cancellation)) differing.Add((reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return differing;
    }

    private async Task TellAsync(UnitOfWork<CapacityDb> work, FunctionName function, IReadOnlyList<Shortage> dropped, StrengthRow report, CancellationToken cancellation)
    {
        if (dropped.Count == 0) return;
        foreach (var (shortage, index) in dropped.Select((shortage, index) => (shortage, index)))
            work.TrailOf(function.Owner).Publish(Guid.CreateVersion7(report.ReportedAt), $"{function.Value}/strengths/{report.Id}", index + 1, Fact(shortage, index + 1, report.ReportedAt), Activity.Current);
        await conflicts.OfDropAsync(work, function, dropped, report, cancellation);
    }

    private static CapacityDropped Fact(Shortage shortage, long sequence, DateTimeOffset now) =>
        new(shortage.Owner.Value, shortage.Function, shortage.Interval.Start, shortage.Interval.End, shortage.Missing, sequence, now);

    private static IReadOnlyList<Shortage> Shortages(IEnumerable<ChangedBlock> blocks) =>
        Shortage.Of(blocks.Where(block => block.Count.Missing > 0).OrderBy(block => block.Key, BlockKey.InOrder).Select(block => (block.Key, block.Count.Missing, ShortageCause.Strength)));

    private static async Task<List<ChangedBlock>> PutAsync(UnitOfWork<CapacityDb> work, IReadOnlyList<ReportedBlocks> reports, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        foreach (var (report, blocks) in reports) batch.BatchCommands.Add(BlockTable.PutStrength(new(report.Tenant), report.Function, blocks, report.Id, report.ToStrength().Plannable));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<ChangedBlock> changed = [];
        do
        {
            while (await reader.ReadAsync(cancellation))
            {
                var (key, count) = BlockTable.Row(reader);
                changed.Add(new(key, count, reader.IsDBNull(8) ? null : count with { Plannable = reader.GetInt32(8) }));
            }
        } while (await reader.NextResultAsync(cancellation));
        return changed;
    }

    /// <param name="Before">Null when its strength was not known.</param>
    private sealed record ChangedBlock(BlockKey Key, BlockCount Count, BlockCount? Before)
    {
        public bool IsWorse => Count.Missing > (Before?.Missing ?? 0);
    }
}
