using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Loans.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Loans;

/// <summary>Reads loans for the side that lends.</summary>
public sealed class LoanQueries(DispatchDb db, TimeProvider clock)
{
    /// <returns>Those going on first, newest first; the token of the next page names the last row.</returns>
    public async Task<Page<Loan>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = Of(call);
        if (page.After.Length > 0)
        {
            var (ended, id) = PlaceOf(page.After);
            rows = rows.Where(row => (row.Ended && !ended) || (row.Ended == ended && row.Id.CompareTo(id) < 0));
        }
        var found = await rows.OrderBy(row => row.Ended).ThenByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ToList();
        work.Consulted(call, shown.Select(row => (new TenantId(row.Tenant), row.ToLoan().Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. shown.Select(row => row.ToLoan())], found.Count > page.Size ? page.TokenAfter($"{(shown[^1].Ended ? 1 : 0)}/{shown[^1].Id}") : "");
    }

    // A team asks for its own units and for those of its municipalities.
    private IQueryable<LoanRow> Of(Call call)
    {
        var rows = db.Loans.AsNoTracking();
        if (call.Tenant is not { } tenant) return rows;
        if (tenant.IsMunicipality) return rows.Where(row => row.Tenant == tenant.Value);
        var codes = db.Database.SqlQuery<string>($"select code as \"Value\" from municipality where team = {tenant.Value}");
        return rows.Where(row => row.Tenant == tenant.Value || codes.Contains(row.Tenant));
    }

    private static (bool Ended, Guid Id) PlaceOf(string after) =>
        after.Split('/') is ["0" or "1", var id] && Guid.TryParseExact(id, "D", out var uuid) ? (after[0] == '1', uuid) : throw Reasons.InvalidPageToken.Broken();
}
