using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>What a lower minimum does, and how a decision about it is carried out: blocks above it take it, the others stay as they are.</summary>
internal static class LowerWaterline
{
    /// <param name="blocks">As they are.</param>
    public static Effects EffectsOf(IReadOnlyDictionary<BlockKey, BlockCount> blocks, int minimum) => new()
    {
        Asked = 0, Given = 0, DistrictHours = 0,
        BelowWaterline = Stretch.Of(Claims.Of(blocks.Where(block => block.Value.Waterline > minimum).Select(block => (block.Key, block.Value.Waterline - minimum)))),
    };

    public static async Task<TriangleDecision> ExecuteAsync(UnitOfWork<CapacityDb> work, TriangleDecision voted, CaseAct act, CancellationToken cancellation)
    {
        var lowered = voted.Choice.Lowered ?? throw new InvalidOperationException($"{voted.Name} lowers nothing.");
        var owner = voted.Name.Owner;
        var decision = voted.Execute(EffectsOf(await WaterlineStore.LockAsync(work, new(owner, lowered.Function), voted.Validity, cancellation), lowered.Minimum));
        await DecisionRow.KeepAsync(work, decision, cancellation);
        var changed = new WaterlineRow
        {
            Tenant = owner.Value, Id = Guid.CreateVersion7(act.At), Function = lowered.Function, StartsAt = voted.Validity.Start, EndsAt = voted.Validity.End,
            Minimum = lowered.Minimum, Reason = voted.Motive, ChangedBy = act.By, ChangedAt = act.At, Decision = voted.Name.Id,
        };
        await WaterlineStore.KeepAsync(work, changed, decision.Effects.BelowWaterline.SelectMany(stretch => stretch.Blocks()).Select(block => block.Key.Start), cancellation);
        work.TrailOf(owner).Publish(Guid.CreateVersion7(act.At), decision.Name.Value, 1, new TriangleDecided(decision.Name.Value, "", owner.Value, $"{decision.Choice.Kind}", 1, act.At), Activity.Current);
        return decision;
    }
}
