using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations.Staffing;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Reservations;

/// <summary>Which reservations are asked for.</summary>
public sealed record ReservationFilter(string CaseId, bool LiveOnly);

/// <summary>Reads reservations.</summary>
public sealed class ReservationQueries(CapacityDb db, RosteredBook rostered, TimeProvider clock)
{
    /// <summary>States in which a reservation claims blocks.</summary>
    internal static readonly ReservationState[] Live = [ReservationState.Held, ReservationState.Confirmed, ReservationState.InConflict, ReservationState.Partial];

    public async Task<StaffedReservation> GetAsync(ReservationName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var row = await db.Reservations.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Municipality && row.Id == name.Id, cancellation) ?? throw new NotFound(name.Value);
        work.Consulted(call, [(name.Tenant, name.Value)], clock.GetUtcNow());
        var staffed = await rostered.OfAsync(work, [row.ToReservation()], cancellation);
        await work.CommitAsync(cancellation);
        return staffed[0];
    }

    /// <returns>Newest first.</returns>
    public async Task<Page<StaffedReservation>> ListAsync(ReservationFilter filter, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = db.Reservations.AsNoTracking();
        if (call.Tenant is { } tenant) rows = rows.Where(row => row.Tenant == tenant.Value);
        if (filter.CaseId.Length > 0) rows = rows.Where(row => row.CaseId == filter.CaseId);
        if (filter.LiveOnly) rows = rows.Where(row => Live.Contains(row.State));
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).Select(row => row.ToReservation()).ToList();
        work.Consulted(call, shown.Select(reservation => (reservation.Name.Tenant, reservation.Name.Value)), clock.GetUtcNow());
        var staffed = await rostered.OfAsync(work, shown, cancellation);
        await work.CommitAsync(cancellation);
        return new(staffed, found.Count > page.Size ? page.TokenAfter($"{shown[^1].Name.Id}") : "");
    }
}
