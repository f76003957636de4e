using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Officers;

/// <summary>Reads the officers of an owner, for who signs its units on.</summary>
public sealed class OfficerQueries(DispatchDb db, TimeProvider clock)
{
    /// <returns>By id; the token of the next page is the last one.</returns>
    public async Task<Page<OfficerView>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await db.Officers.AsNoTracking().Where(row => row.Tenant == call.Owner.Value && row.Id.CompareTo(page.After) > 0).OrderBy(row => row.Id).Take(page.Size + 1)
            .Select(row => new { row.Id, row.Appointments, Unit = db.DutyMembers.Where(member => member.Officer == row.Id).Select(member => member.Unit).SingleOrDefault() })
            .ToListAsync(cancellation);
        var now = clock.GetUtcNow();
        work.Consulted(call, [(call.Owner, call.Owner.Name)], now);
        await work.CommitAsync(cancellation);
        var day = UnitFilter.DayOf(now);
        return new(
            [.. found.Take(page.Size).Select(row => OfficerView.Of(new(row.Id, UnitQuery.Appointments(row.Appointments)), row.Unit is { } unit ? new UnitName(unit) : null, day))],
            found.Count > page.Size ? page.TokenAfter(found[page.Size - 1].Id) : "");
    }
}
