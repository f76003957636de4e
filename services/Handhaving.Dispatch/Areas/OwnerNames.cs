using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Areas;

/// <summary>A municipality or a team, and what people call it.</summary>
/// <param name="Name"><c>municipalities/{code}</c> or <c>teams/{team}</c>.</param>
/// <param name="Team">Team of a municipality by its name; empty for a team.</param>
public sealed record OwnerName(string Name, string DisplayName, string Team);

/// <summary>Reads what owners are called; names are nobody's secret, that somebody asked is logged.</summary>
public sealed class OwnerNames(DispatchDb db, TimeProvider clock)
{
    /// <returns>By name; the token of the next page is the last name.</returns>
    public async Task<Page<OwnerName>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await db.Database.SqlQuery<OwnerName>($"""
            select * from (
              select 'municipalities/' || code as name, display_name, 'teams/' || team as team from municipality
              union all select 'teams/' || id, display_name, '' from team
            ) as owner where name collate "C" > {page.After} collate "C" order by name collate "C" limit {page.Size + 1}
            """).ToListAsync(cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. found.Take(page.Size)], found.Count > page.Size ? page.TokenAfter(found[page.Size - 1].Name) : "");
    }
}
