using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board;

/// <summary>Everything on a team's board at one instant, with the place in the feed where its changes go on.</summary>
public sealed record BoardContent(IReadOnlyList<V1.BoardItem> Items, FeedCursor Cursor, IReadOnlySet<TenantId> Tenants);

/// <summary>Reads the board in one consistent snapshot of the database.</summary>
public sealed class BoardSnapshot(IDbContextFactory<DispatchDb> databases, Positions.UnitPositions positions, TeamMembers teams, TimeProvider clock)
{
    public async Task<BoardContent> ReadAsync(Call call, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var units = new UnitQueries(db, positions, clock);
        await using var work = await db.BeginAsync(TenantScope.Of(call), System.Data.IsolationLevel.RepeatableRead, cancellation);
        var snapshot = await db.Database.SqlQuery<string>($"select pg_current_snapshot()::text as \"Value\"").SingleAsync(cancellation);
        var tenants = await teams.ReadableAsync(call.Owner, work, cancellation);
        var codes = tenants.Select(tenant => tenant.Value).ToArray();
        var bodies = await db.Incidents.AsNoTracking().Where(row => codes.Contains(row.Tenant) && row.State < (short)IncidentState.Closed).OrderBy(row => row.Id).Select(row => row.Body).ToListAsync(cancellation);
        var onDuty = await db.Duties.AsNoTracking().Where(row => codes.Contains(row.Tenant)).Select(row => row.Unit).ToListAsync(cancellation);
        var rows = await db.Units.AsNoTracking().Where(row => onDuty.Contains(row.Name)).OrderBy(row => row.Name).ToListAsync(cancellation);
        var views = await units.ViewAsync(work, rows, cancellation);
        var incidents = bodies.Select(IncidentJson.Read).ToList();
        await work.CommitAsync(cancellation);
        await NoteAsync(call, incidents, cancellation);
        return new([.. incidents.Select(incident => new V1.BoardItem { Incident = IncidentWire.ToWire(incident) }), .. views.Select(view => new V1.BoardItem { Unit = UnitWire.ToWire(view) })], FeedCursor.At(snapshot), tenants);
    }

    // Not in the snapshot's transaction: a chain's head cannot be locked in one that must not see what others committed
    // meanwhile. Nothing is shown before this is committed.
    private async Task NoteAsync(Call call, IReadOnlyList<Incident> shown, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        work.Consulted(call, shown.Select(incident => (incident.Name.Tenant, incident.Name.Value)).Append((call.Owner, call.Owner.Name)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
    }
}
