using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Notices;

/// <summary>Reads what planners are told of.</summary>
public sealed class NoticeQueries(CapacityDb db, TimeProvider clock)
{
    /// <param name="kinds">None = all.</param>
    /// <returns>Newest first; the token of the next page is the last id.</returns>
    public async Task<Page<Notice>> ListAsync(IReadOnlyCollection<NoticeKind> kinds, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = db.Notices.AsNoTracking().Where(row => row.Tenant == call.Owner.Value);
        if (kinds.Count > 0) rows = rows.Where(row => kinds.Contains(row.Kind));
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. found.Take(page.Size).Select(row => row.ToNotice())], found.Count > page.Size ? page.TokenAfter(found[page.Size - 1].Id.ToString()) : "");
    }
}
