using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Ledger;

/// <summary>A team or municipality whose ledger may be read.</summary>
/// <param name="IsOwn">The caller's own; else it is shared.</param>
public sealed record LedgerOwner(TenantId Owner, string DisplayName, bool IsOwn);

/// <summary>Says whose ledgers a caller may read: its own, and those that share their capacity with it.</summary>
public sealed class OwnerQueries(CapacityDb db, TimeProvider clock)
{
    /// <returns>Teams first, each by code.</returns>
    public async Task<IReadOnlyList<LedgerOwner>> ListAsync(Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await db.Database.SqlQuery<Row>($"""
            select id as owner, display_name, 1 as place from team where id = any(app_readable())
            union all select code, display_name, 2 from municipality where code = any(app_readable()) order by place, owner
            """).ToListAsync(cancellation);
        var owners = found.Select(row => new LedgerOwner(new(row.Owner), row.DisplayName, call.Caller.Owns(new(row.Owner)))).ToList();
        work.Consulted(call, owners.Where(one => one.IsOwn).Select(one => (one.Owner, one.Owner.Name)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return owners;
    }

    private sealed record Row(string Owner, string DisplayName, int Place);
}
