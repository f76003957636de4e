using System.Globalization;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Ledger;

/// <summary>A block with the report that gave it its strength; null when nobody reported it.</summary>
public sealed record KnownBlock(BlockKey Key, BlockCount Count, Strength? Strength, string ReportedBy, DateTimeOffset? ReportedAt);

/// <summary>Reads the ledger.</summary>
public sealed class LedgerQueries(CapacityDb db, TimeProvider clock)
{
    private static readonly TimeSpan LongestShown = TimeSpan.FromDays(3660);

    /// <summary>All functions; asked within the transaction of an act.</summary>
    public async Task<StaffFunctions> FunctionsAsync(CancellationToken cancellation) =>
        new((await db.StaffFunctions.AsNoTracking().ToListAsync(cancellation)).Select(row => row.ToFunction()));

    public async Task<Page<StaffFunction>> ListFunctionsAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rest = (await FunctionsAsync(cancellation)).Of(call.Owner).Where(function => string.CompareOrdinal(function.Code, page.After) > 0).ToList();
        work.Consulted(call, [], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. rest.Take(page.Size)], rest.Count > page.Size ? page.TokenAfter(rest[page.Size - 1].Code) : "");
    }

    /// <returns>Blocks that something is known of, in the order of their start.</returns>
    public async Task<Page<KnownBlock>> ListBlocksAsync(FunctionName name, Interval interval, PageRequest page, Call call, CancellationToken cancellation)
    {
        interval.Require(LongestShown);
        var first = page.After.Length == 0 ? Interval.BlockOf(interval.Start) : PlaceOf(page.After);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await db.Blocks.AsNoTracking().Where(block => block.Tenant == name.Owner.Value && block.Function == name.Code && block.StartsAt >= first && block.StartsAt < interval.End)
            .OrderBy(block => block.StartsAt).Take(page.Size + 1).ToListAsync(cancellation);
        var reports = await ReportsAsync([.. found.Select(block => block.Strength).OfType<Guid>().Distinct()], cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        var blocks = found.Take(page.Size).Select(block => Of(block, block.Strength is { } report ? reports[report] : null));
        return new([.. blocks], found.Count > page.Size ? page.TokenAfter($"{found[page.Size].StartsAt.UtcTicks}") : "");
    }

    // Hundreds of blocks have the same report: each is read and understood once.
    private async Task<Dictionary<Guid, KnownReport>> ReportsAsync(Guid[] ids, CancellationToken cancellation) => ids.Length == 0 ? [] :
        await db.Strengths.AsNoTracking().Where(report => ids.Contains(report.Id)).ToDictionaryAsync(report => report.Id, report => new KnownReport(report.ToStrength(), report.ReportedBy, report.ReportedAt), cancellation);

    private static KnownBlock Of(BlockRow block, KnownReport? report) => new(block.Key, block.Count, report?.Strength, report?.By ?? "", report?.At);

    private sealed record KnownReport(Strength Strength, string By, DateTimeOffset At);

    private static DateTimeOffset PlaceOf(string after) =>
        long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks ? new(ticks, TimeSpan.Zero) : throw Reasons.InvalidPageToken.Broken();
}
