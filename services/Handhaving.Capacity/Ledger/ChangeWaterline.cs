using System.Globalization;
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

/// <summary>Changes the minimum that stays for basic care (waterlijn). It takes nothing back that is promised.</summary>
public sealed class ChangeWaterline(CapacityDb db, LedgerQueries ledger, TimeProvider clock)
{
    public async Task<WaterlineChange> HandleAsync(FunctionName function, Interval interval, WaterlineAsked asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        interval.Require(ReportStrength.Longest);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<WaterlineChange>(call, request, function.Value, now, cancellation) is { } answered) return answered;
        (await ledger.FunctionsAsync(cancellation)).Require(function.Code, function.Owner);
        var decision = new WaterlineRow
        {
            Tenant = function.Owner.Value, Id = Guid.CreateVersion7(now), Function = function.Code, StartsAt = interval.Start, EndsAt = interval.End,
            Minimum = asked.Minimum, Reason = asked.Reason, ChangedBy = call.Caller.Subject, ChangedAt = now,
        };
        db.Waterlines.Add(decision);
        await db.SaveChangesAsync(cancellation);
        var change = new WaterlineChange(await PutAsync(work, function, interval, decision, cancellation));
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, function.Value, now) with { ReasonText = asked.Reason });
        await work.CommitAsync(call.Owner, request, change, cancellation);
        return change;
    }

    // The rule is tried on the blocks as they are after the change, under their locks; a refusal leaves with the transaction.
    private static async Task<int> PutAsync(UnitOfWork<CapacityDb> work, FunctionName function, Interval interval, WaterlineRow decision, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(BlockTable.PutWaterline(function.Owner, function.Code, interval.Blocks(), decision.Id, decision.Minimum));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var counts = await BlockTable.ReadAsync(reader, cancellation);
        var least = counts.Where(block => block.Value.Overdrawn > 0).OrderBy(block => block.Key, BlockKey.InOrder).FirstOrDefault();
        LedgerRules.WaterlineBelowPromised.Require(least.Key == default, ("start", $"{least.Key.Start:O}"), ("startLabel", DutchLabel(least.Key.Start)), ("missing", $"{least.Value.Overdrawn}"));
        return counts.Count;
    }

    private static string DutchLabel(DateTimeOffset moment) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, "Europe/Amsterdam").ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>The minimum asked for, and why.</summary>
public sealed record WaterlineAsked(int Minimum, string Reason);
