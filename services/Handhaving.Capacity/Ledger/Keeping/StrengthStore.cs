using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>What is known of each block that has a report.</summary>
    public async Task<IReadOnlyDictionary<DateTimeOffset, KnownStrength>> ReadAsync(FunctionName function, Interval stretch, CancellationToken cancellation)
    {
        var first = Interval.BlockOf(stretch.Start);
        var blocks = await db.Blocks.AsNoTracking().Where(block => block.Tenant == function.Owner.Value && block.Function == function.Code && block.StartsAt >= first && block.StartsAt < stretch.End && block.Strength != null)
            .Select(block => new { block.StartsAt, block.Strength }).ToListAsync(cancellation);
        var ids = blocks.Select(block => block.Strength).Distinct().ToArray();
        var reports = await db.Strengths.AsNoTracking().Where(report => ids.Contains(report.Id)).ToDictionaryAsync(report => report.Id, report => new KnownStrength(report.Established, StrengthRow.LossesOf(report.ToStrength()), report.Planned), cancellation);
        return blocks.ToDictionary(block => block.StartsAt, block => reports[block.Strength ?? Guid.Empty]);
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
