using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Checks;

/// <summary>Reads joint checks, and of what was found there the own findings.</summary>
public sealed class CheckQueries(CapacityDb db, TimeProvider clock)
{
    /// <returns>Those that the organisation takes part in, newest first; the token of the next page is the last id.</returns>
    public async Task<Page<JointCheck>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = db.Checks.AsNoTracking().Where(row => row.Participants.Contains(call.Owner.Value));
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Body.Length).Select(row => row.ToCheck()).ToList();
        work.Consulted(call, shown.Select(check => (call.Owner, check.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > shown.Count ? page.TokenAfter(shown[^1].Name.Id.ToString()) : "");
    }

    /// <returns>The organisation's own findings, oldest first.</returns>
    /// <exception cref="NotFound">No check in which it takes part.</exception>
    public async Task<Page<CheckFinding>> ListFindingsAsync(CheckName name, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (!await db.Checks.AnyAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id && row.Participants.Contains(call.Owner.Value), cancellation)) throw new NotFound(name.Value);
        var rows = db.CheckFindings.AsNoTracking().Where(row => row.JointCheck == name.Id && row.Tenant == call.Owner.Value);
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) > 0);
        var found = await rows.OrderBy(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Text.Length).ToList();
        work.Consulted(call, [(call.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. shown.Select(row => ToFinding(row, name))], found.Count > shown.Count ? page.TokenAfter(shown[^1].Id.ToString()) : "");
    }

    internal static CheckFinding ToFinding(CheckFindingRow row, CheckName check) => new($"{new TenantId(row.Tenant).Name}/checkFindings/{row.Id}", check.Value, row.Text, row.FiledBy, row.FiledAt);
}
