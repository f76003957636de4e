using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.Capacity.Triangle;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Ledger.Keeping;

/// <summary>Keeps a minimum (waterlijn), gives it to blocks and tells it.</summary>
internal static class WaterlineStore
{
    /// <summary>Blocks as they are; until the transaction ends nobody else changes them or a minimum of the function.</summary>
    public static async Task<IReadOnlyDictionary<BlockKey, BlockCount>> LockAsync(UnitOfWork<CapacityDb> work, FunctionName function, Interval stretch, CancellationToken cancellation)
    {
        await work.LockAsync([$"{function.Value}/waterline"], cancellation);
        return await CaseStore.LockBlocksAsync(work, [.. stretch.Blocks().Select(start => new BlockKey(function.Owner, function.Code, start))], cancellation);
    }

    public static async Task KeepAsync(UnitOfWork<CapacityDb> work, WaterlineRow changed, IEnumerable<DateTimeOffset> blocks, CancellationToken cancellation)
    {
        work.Db.Waterlines.Add(changed);
        await work.Db.SaveChangesAsync(cancellation);
        var function = new FunctionName(new(changed.Tenant), changed.Function);
        await using var batch = work.Batch();
        batch.BatchCommands.Add(BlockTable.PutWaterline(function.Owner, function.Code, blocks, changed.Id, changed.Minimum));
        await batch.ExecuteNonQueryAsync(cancellation);
        var decision = changed.Decision is { } decided ? new DecisionName(function.Owner, decided).Value : "";
        work.TrailOf(function.Owner).Publish(Guid.CreateVersion7(changed.ChangedAt), $"{function.Value}/waterlines/{changed.Id}", 1,
            new WaterlineChanged(function.Owner.Value, function.Code, changed.StartsAt, changed.EndsAt, changed.Minimum, decision, 1, changed.ChangedAt), Activity.Current);
    }
}
