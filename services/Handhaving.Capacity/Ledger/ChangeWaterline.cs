using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Ledger;

/// <summary>What a change of a minimum did.</summary>
public sealed record WaterlineChange(int Blocks);

/// <summary>Raises the minimum that stays for basic care (waterlijn), or sets it where there is none; only a decision lowers it. It takes nothing back that is promised.</summary>
public sealed class ChangeWaterline(CapacityDb db, LedgerQueries ledger, TimeProvider clock)
{
    public async Task<WaterlineChange> HandleAsync(FunctionName function, Interval interval, WaterlineAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        interval.Require(ReportStrength.Longest);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<WaterlineChange>(call, request, function.Value, now, cancellation) is { } answered) return answered;
        (await ledger.FunctionsAsync(cancellation)).Require(function.Code, function.Owner);
        Require(await WaterlineStore.LockAsync(work, function, interval, cancellation), asked.Minimum);
        var changed = new WaterlineRow
        {
            Tenant = function.Owner.Value, Id = Guid.CreateVersion7(now), Function = function.Code, StartsAt = interval.Start, EndsAt = interval.End,
            Minimum = asked.Minimum, Reason = asked.Reason, ChangedBy = call.Caller.Subject, ChangedAt = now,
        };
        await WaterlineStore.KeepAsync(work, changed, interval.Blocks(), cancellation);
        var change = new WaterlineChange(interval.Blocks().Count());
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, function.Value, now) with { ReasonText = asked.Reason });
        await work.CommitAsync(call.Owner, request, change, cancellation);
        return change;
    }

    // What is short already may stay so: refused is what gets worse.
    private static void Require(IReadOnlyDictionary<BlockKey, BlockCount> blocks, int minimum)
    {
        var inOrder = blocks.OrderBy(block => block.Key, BlockKey.InOrder).ToList();
        var lowered = inOrder.FirstOrDefault(block => minimum < block.Value.Waterline);
        LedgerRules.OnlyRaised.Require(lowered.Key == default, [.. DutchTimes.WordsOf("start", lowered.Key.Start), ("minimum", $"{lowered.Value.Waterline}")]);
        var worse = inOrder.FirstOrDefault(block => (block.Value with { Waterline = minimum }).Overdrawn > block.Value.Overdrawn);
        LedgerRules.WaterlineBelowPromised.Require(worse.Key == default, [.. DutchTimes.WordsOf("start", worse.Key.Start), ("missing", $"{(worse.Value with { Waterline = minimum }).Overdrawn}")]);
    }
}

/// <summary>The minimum asked for, and why.</summary>
public sealed record WaterlineAsked(int Minimum, string Reason);
