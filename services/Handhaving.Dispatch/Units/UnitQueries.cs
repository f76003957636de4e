using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Positions;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Units;

/// <summary>What an act on a unit's duty looks at.</summary>
/// <param name="Unit">Null off duty.</param>
internal sealed record UnitSight(UnitRow Row, UnitOnDuty? Unit, UnitSlot? Slot);

/// <summary>Reads units for display.</summary>
public sealed class UnitQueries(DispatchDb db, UnitPositions positions, SettingDefinitions definitions, TimeProvider clock)
{
    public async Task<UnitView> GetAsync(UnitName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var row = await db.Units.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        var views = await ViewAsync(work, [row], cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return SeenBy(call, views[0]);
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
        return new([.. views.Select(view => SeenBy(call, view))], found.Count > page.Size ? page.TokenAfter(shown[^1].Name) : "");
    }

    // Who is in a crew sees that unit whole, of others how to call them (ADR 0019).
    private static UnitView SeenBy(Call call, UnitView unit) => unit with { IsOutline = call.TaskOnly && !unit.IsOfCrew(call.Caller) };

    /// <summary>Units as they are now, in the order of the rows.</summary>
    public async Task<IReadOnlyList<UnitView>> ViewAsync(UnitOfWork<DispatchDb> work, IReadOnlyList<UnitRow> rows, CancellationToken cancellation)
    {
        var names = rows.Select(row => row.Name).ToArray();
        var onDuty = (await UnitQuery.FindAsync(work, names, cancellation)).ToDictionary(unit => unit.Name.Value);
        var now = clock.GetUtcNow();
        var slots = await SlotQuery.FindAsync(work, names, definitions, now, cancellation);
        return [.. rows.Select(row => onDuty.TryGetValue(row.Name, out var unit)
            ? Show(unit, row.Sequence, slots.GetValueOrDefault(row.Name), now)
            : UnitView.OffDuty(new UnitName(row.Name), row.CallSign, (UnitKind)row.Kind, row.Sequence))];
    }

    /// <summary>A unit with all that an act on its duty looks at.</summary>
    internal async Task<UnitSight> SeeAsync(UnitOfWork<DispatchDb> work, UnitName name, CancellationToken cancellation)
    {
        var row = await db.Units.SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        var unit = (await UnitQuery.FindAsync(work, [name.Value], cancellation)).SingleOrDefault();
        var slots = await SlotQuery.FindAsync(work, [name.Value], definitions, clock.GetUtcNow(), cancellation);
        return new(row, unit, slots.GetValueOrDefault(name.Value));
    }

    internal UnitView Show(UnitOnDuty unit, long sequence, UnitSlot? slot, DateTimeOffset now)
    {
        var fix = positions.LastOf(unit.Name);
        return UnitView.OnDuty(unit, sequence, fix, slot, now) with { HasStaleFix = fix is not null && positions.IsStale(fix, now) };
    }
}
