using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Units;

/// <summary>Reads units for display.</summary>
public sealed class UnitQueries(DispatchDb db, UnitPositions positions, TimeProvider clock)
{
    public async Task<UnitView> GetAsync(UnitName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var row = await db.Units.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        var views = await ViewAsync(work, [row], cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return views[0];
    }

    public async Task<Page<UnitView>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = db.Units.AsNoTracking();
        if (call.Tenant is { } tenant) rows = rows.Where(row => row.Tenant == tenant.Value);
        var found = await rows.Where(row => row.Name.CompareTo(page.After) > 0).OrderBy(row => row.Name).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ToList();
        var views = await ViewAsync(work, shown, cancellation);
        work.Consulted(call, views.Select(view => (view.Name.Owner, view.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(views, found.Count > page.Size ? page.TokenAfter(shown[^1].Name) : "");
    }

    /// <summary>Units as they are now, in the order of the rows.</summary>
    public async Task<IReadOnlyList<UnitView>> ViewAsync(UnitOfWork<DispatchDb> work, IReadOnlyList<UnitRow> rows, CancellationToken cancellation)
    {
        var names = rows.Select(row => row.Name).ToArray();
        var onDuty = (await UnitQuery.FindAsync(work, names, cancellation)).ToDictionary(unit => unit.Name.Value);
        var slots = await db.Assignments.AsNoTracking().Where(row => row.ActiveUnit != null && names.Contains(row.ActiveUnit)).ToListAsync(cancellation);
        var bySlot = slots.ToDictionary(row => row.Unit, row => (new AssignmentName(new IncidentName(row.Tenant, row.Incident), row.Id).Value, row.State == (short)AssignmentState.Offered));
        return [.. rows.Select(row => onDuty.TryGetValue(row.Name, out var unit)
            ? UnitView.OnDuty(unit, row.Sequence, positions.LastOf(unit.Name), bySlot.TryGetValue(row.Name, out var slot) ? slot : null, clock.GetUtcNow())
            : UnitView.OffDuty(new UnitName(row.Name), row.CallSign, (UnitKind)row.Kind, row.Sequence))];
    }
}
