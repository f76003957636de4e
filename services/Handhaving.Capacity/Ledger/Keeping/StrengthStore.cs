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

/// <summary>Keeps a report of strength and gives it to blocks. What is promised stays promised; where strength drops below it, that is told and a conflict is raised.</summary>
public sealed class StrengthStore(CapacityDb db, RaiseConflict conflicts)
{
    /// <returns>Where more is promised than there is since.</returns>
    public async Task<IReadOnlyList<Shortage>> KeepAsync(UnitOfWork<CapacityDb> work, StrengthRow report, IEnumerable<DateTimeOffset> blocks, CancellationToken cancellation)
    {
        db.Strengths.Add(report);
        await db.SaveChangesAsync(cancellation);
        var function = new FunctionName(new(report.Tenant), report.Function);
        var shortages = await PutAsync(work, function, blocks, report, cancellation);
        var trail = work.TrailOf(function.Owner);
        foreach (var (shortage, index) in shortages.Select((shortage, index) => (shortage, index)))
            trail.Publish(Guid.CreateVersion7(report.ReportedAt), $"{function.Value}/strengths/{report.Id}", index + 1, Fact(shortage, index + 1, report.ReportedAt), Activity.Current);
        if (shortages.Count > 0) await conflicts.OfDropAsync(work, function, shortages, report, cancellation);
        return shortages;
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

    private static CapacityDropped Fact(Shortage shortage, long sequence, DateTimeOffset now) =>
        new(shortage.Owner.Value, shortage.Function, shortage.Interval.Start, shortage.Interval.End, shortage.Missing, sequence, now);

    private static async Task<IReadOnlyList<Shortage>> PutAsync(UnitOfWork<CapacityDb> work, FunctionName function, IEnumerable<DateTimeOffset> blocks, StrengthRow report, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(BlockTable.PutStrength(function.Owner, function.Code, blocks, report.Id, report.ToStrength().Plannable));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var counts = await BlockTable.ReadAsync(reader, cancellation);
        return Shortage.Of(counts.Where(block => block.Value.Overdrawn > 0).OrderBy(block => block.Key, BlockKey.InOrder).Select(block => (block.Key, block.Value.Overdrawn, ShortageCause.Strength)));
    }
}
