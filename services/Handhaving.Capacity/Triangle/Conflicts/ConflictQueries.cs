using Handhaving.Capacity.Data;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Triangle.Conflicts;

/// <summary>A conflict as a list shows it.</summary>
public sealed record ListedConflict(Conflict Conflict, bool Open);

/// <summary>A conflict with all that compete on its blocks and, while it is open, the options with their effects.</summary>
public sealed record ShownConflict(Conflict Conflict, bool Open, Situation Situation, IReadOnlyList<WeighedOption> Options);

/// <summary>Reads conflicts, as their owner sees them: who may read them sees all that compete.</summary>
public sealed class ConflictQueries(CapacityDb db, SituationStore situations, TimeProvider clock)
{
    public async Task<ShownConflict> GetAsync(ConflictName name, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(name.Owner), cancellation);
        var conflict = await FindAsync(name, cancellation);
        var situation = await situations.ReadAsync(conflict, cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], now);
        await work.CommitAsync(cancellation);
        var open = situation.IsOpenAt(now);
        return new(conflict, open, situation, open ? Suggestions.Of(situation, now) : []);
    }

    /// <summary>Asked within the transaction of an act.</summary>
    public async Task<Conflict> FindAsync(ConflictName name, CancellationToken cancellation) =>
        (await db.Conflicts.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id, cancellation) ?? throw new NotFound(name.Value)).ToConflict();

    /// <returns>Newest first.</returns>
    public async Task<Page<ListedConflict>> ListAsync(bool openOnly, PageRequest page, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var owner = call.Owner;
        await using var work = await db.BeginAsync(TenantScope.Of(owner), cancellation);
        var rows = db.Conflicts.AsNoTracking().Where(row => row.Tenant == owner.Value);
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        if (openOnly) rows = rows.Where(row => OpenConflicts.IsOpen(row.Id, now));
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Body.Length);
        Guid[] ids = [.. shown.Select(row => row.Id)];
        var open = (await db.Conflicts.Where(row => ids.Contains(row.Id)).Where(row => OpenConflicts.IsOpen(row.Id, now)).Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
        List<ListedConflict> conflicts = [.. shown.Select(row => new ListedConflict(row.ToConflict(), open.Contains(row.Id)))];
        work.Consulted(call, conflicts.Select(listed => (owner, listed.Conflict.Name.Value)), now);
        await work.CommitAsync(cancellation);
        return new(conflicts, found.Count > shown.Count ? page.TokenAfter($"{shown[^1].Id}") : "");
    }
}
