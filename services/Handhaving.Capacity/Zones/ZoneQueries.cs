using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Zones;

/// <summary>Reads zones.</summary>
public sealed class ZoneQueries(CapacityDb db, TimeProvider clock)
{
    /// <param name="all">Also those whose period is over.</param>
    /// <returns>By code; the token of the next page is the last one.</returns>
    public async Task<Page<PatrolZone>> ListAsync(bool all, PageRequest page, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await db.Zones.AsNoTracking().Where(row => row.Tenant == call.Owner.Value && row.Code.CompareTo(page.After) > 0 && (all || row.EndsAt > now)).OrderBy(row => row.Code).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Body.Length).Select(row => row.ToZone()).ToList();
        work.Consulted(call, shown.Select(zone => (zone.Name.Owner, zone.Name.Value)), now);
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > shown.Count ? page.TokenAfter(shown[^1].Name.Code) : "");
    }

    /// <summary>Those of an owner, of its team and of its municipalities that count at some moment of a stretch, as far as they may be read; asked within a transaction.</summary>
    public async Task<IReadOnlyList<PatrolZone>> WithinAsync(TenantId owner, Interval stretch, CancellationToken cancellation)
    {
        var (from, until) = (stretch.Start.ToUniversalTime(), stretch.End.ToUniversalTime());
        var owners = await db.Database.SqlQuery<string>($"""
            select {owner.Value} as "Value" union select team from municipality where code = {owner.Value} union select code from municipality where team = {owner.Value}
            """).ToListAsync(cancellation);
        return [.. (await db.Zones.AsNoTracking().Where(row => owners.Contains(row.Tenant) && row.StartsAt < until && row.EndsAt > from).OrderBy(row => row.Tenant).ThenBy(row => row.Code).ToListAsync(cancellation)).Select(row => row.ToZone())];
    }
}
