using System.Text;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Areas;

/// <summary>Which areas are wanted.</summary>
/// <param name="Kind">Null = all kinds.</param>
public sealed record AreaFilter(AreaKind? Kind, bool WithBorder);

/// <summary>An area with its border as text; null where the border is not wanted.</summary>
public sealed record AreaShown(ImportedArea Imported, string? Border);

/// <summary>Answers from the map in memory; each answer leaves its audit line.</summary>
public sealed class AreaQueries(DispatchDb db, AreaIndex areas, Grants grants, TimeProvider clock)
{
    private const int LargestPageBytes = 2 * 1024 * 1024;

    /// <returns>By code; the token of the next page is the last code.</returns>
    public async Task<Page<AreaShown>> ListAsync(AreaFilter filter, PageRequest page, Call call, CancellationToken cancellation)
    {
        var readable = call.Tenant is { } one ? new HashSet<TenantId> { one } : await grants.ReadableAsync(call.Caller, cancellation);
        var rest = areas.Current.All.Where(imported => string.CompareOrdinal(imported.Area.Code, page.After) > 0
            && readable.Contains(new TenantId(imported.Area.Municipality)) && (filter.Kind is null || imported.Area.Kind == filter.Kind));
        var (shown, isLast) = Fill(rest, page.Size, filter.WithBorder);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        work.Consulted(call, shown.Select(area => (new TenantId(area.Imported.Area.Municipality), AreaWire.NameOf(area.Imported.Area))), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, isLast ? "" : page.TokenAfter(shown[^1].Imported.Area.Code));
    }

    /// <returns>The map that was asked, and where the point lies in it.</returns>
    public async Task<(AreaMap Map, LocatedArea? Located)> LocateAsync(Point point, Call call, CancellationToken cancellation)
    {
        var map = areas.Current;
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return (map, map.Locate(point));
    }

    // As many as fit: at least one, else the list would never go on.
    private static (List<AreaShown> Shown, bool IsLast) Fill(IEnumerable<ImportedArea> rest, int most, bool withBorder)
    {
        List<AreaShown> shown = [];
        var bytes = 0;
        foreach (var imported in rest)
        {
            var border = withBorder ? GeoJson.Write(imported.Area.Shape) : null;
            bytes += border is null ? 0 : Encoding.UTF8.GetByteCount(border);
            if (shown.Count == most || shown.Count > 0 && bytes > LargestPageBytes) return (shown, false);
            shown.Add(new(imported, border));
        }
        return (shown, true);
    }
}
