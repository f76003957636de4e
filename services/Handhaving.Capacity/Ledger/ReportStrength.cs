using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Ledger;

/// <summary>What a report of strength did: people that can be rostered, and where more is promised than there is since.</summary>
public sealed record StrengthReported(int Plannable, IReadOnlyList<Shortage> Shortages);

/// <summary>Gives blocks the strength that somebody reports. What is promised stays promised; where strength drops below it, that is told.</summary>
public sealed class ReportStrength(CapacityDb db, LedgerQueries ledger, RaiseConflict conflicts, TimeProvider clock)
{
    /// <summary>A quarter of a year and a day.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    public async Task<StrengthReported> HandleAsync(FunctionName function, Interval interval, Strength strength, Call call, RequestKey request, CancellationToken cancellation)
    {
        interval.Require(Longest);
        strength.Require();
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<StrengthReported>(call, request, function.Value, now, cancellation) is { } answered) return answered;
        (await ledger.FunctionsAsync(cancellation)).Require(function.Code, function.Owner);
        var report = new StrengthRow
        {
            Tenant = function.Owner.Value, Id = Guid.CreateVersion7(now), Function = function.Code, StartsAt = interval.Start, EndsAt = interval.End,
            Established = strength.Established, Losses = StrengthRow.LossesOf(strength), ReportedBy = call.Caller.Subject, ReportedAt = now,
        };
        db.Strengths.Add(report);
        await db.SaveChangesAsync(cancellation);
        var reported = new StrengthReported(strength.Plannable, await PutAsync(work, function, interval, report.Id, strength, cancellation));
        var trail = work.TrailOf(call.Owner);
        foreach (var (shortage, index) in reported.Shortages.Select((shortage, index) => (shortage, index)))
            trail.Publish(Guid.CreateVersion7(now), $"{function.Value}/strengths/{report.Id}", index + 1, new CapacityDropped(function.Owner.Value, function.Code, shortage.Interval.Start, shortage.Interval.End, shortage.Missing, index + 1, now), Activity.Current);
        trail.Audit(AuditLine.Of(call, function.Value, now));
        if (reported.Shortages.Count > 0) await conflicts.OfDropAsync(work, function, reported.Shortages, call, now, cancellation);
        await work.CommitAsync(call.Owner, request, reported, cancellation);
        return reported;
    }

    private static async Task<IReadOnlyList<Shortage>> PutAsync(UnitOfWork<CapacityDb> work, FunctionName function, Interval interval, Guid report, Strength strength, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(BlockTable.PutStrength(function.Owner, function.Code, interval.Blocks(), report, strength.Plannable));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var counts = await BlockTable.ReadAsync(reader, cancellation);
        return Shortage.Of(counts.Where(block => block.Value.Overdrawn > 0).OrderBy(block => block.Key, BlockKey.InOrder).Select(block => (block.Key, block.Value.Overdrawn, ShortageCause.Strength)));
    }
}
