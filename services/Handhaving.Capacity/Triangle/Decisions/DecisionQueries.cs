using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Reads decisions, and the register of what is deliberately not done.</summary>
public sealed class DecisionQueries(CapacityDb db, TimeProvider clock)
{
    public async Task<TriangleDecision> GetAsync(DecisionName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var decision = await FindAsync(name, cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return decision;
    }

    /// <summary>Asked within the transaction of an act.</summary>
    public async Task<TriangleDecision> FindAsync(DecisionName name, CancellationToken cancellation) =>
        (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id, cancellation) ?? throw new NotFound(name.Value)).ToDecision();

    /// <param name="notDoneOnly">Only decisions by which something is not done.</param>
    /// <returns>Newest first.</returns>
    public async Task<Page<TriangleDecision>> ListAsync(bool notDoneOnly, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = db.Decisions.AsNoTracking().Where(row => row.Tenant == call.Owner.Value);
        if (notDoneOnly) rows = rows.Where(row => row.NotDone);
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Body.Length).Select(row => row.ToDecision()).ToList();
        work.Consulted(call, shown.Select(decision => (decision.Name.Owner, decision.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > shown.Count ? page.TokenAfter($"{shown[^1].Name.Id}") : "");
    }
}
