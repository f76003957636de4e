using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Everything on a team's board at one instant, with the place in the feed where its changes go on.</summary>
/// <param name="Shown">The incidents among its items.</param>
internal sealed record BoardContent(IReadOnlyList<V1.BoardItem> Items, ILookup<TenantId, IncidentName> Shown, FeedCursor Cursor, BoardReach Reach);

/// <summary>Reads the board in one consistent snapshot of the database.</summary>
public sealed class BoardSnapshot(IDbContextFactory<DispatchDb> databases, Positions.UnitPositions positions, ServiceDefaults.Settings.SettingDefinitions settings, TimeProvider clock)
{
    internal async Task<BoardContent> ReadAsync(TenantScope scope, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var units = new UnitQueries(db, positions, settings, clock);
        await using var work = await db.BeginAsync(scope, System.Data.IsolationLevel.RepeatableRead, cancellation);
        var snapshot = await db.Database.SqlQuery<string>($"select pg_current_snapshot()::text as \"Value\"").SingleAsync(cancellation);
        var reach = await TeamMembers.ReachAsync(scope, work, cancellation);
        var codes = reach.Tenants.Select(tenant => tenant.Value).ToArray();
        var bodies = await db.Incidents.AsNoTracking().Where(row => codes.Contains(row.Tenant) && row.Live).OrderBy(row => row.Id).Select(row => row.Body).ToListAsync(cancellation);
        var onDuty = await db.Duties.AsNoTracking().Where(row => codes.Contains(row.Tenant)).Select(row => row.Unit).ToListAsync(cancellation);
        var rows = await db.Units.AsNoTracking().Where(row => onDuty.Contains(row.Name)).OrderBy(row => row.Name).ToListAsync(cancellation);
        var views = await units.ViewAsync(work, rows, cancellation);
        var loans = await db.Loans.AsNoTracking().Where(row => codes.Contains(row.Tenant) && !row.Ended).OrderBy(row => row.Id).ToListAsync(cancellation);
        var incidents = bodies.Select(IncidentJson.Read).ToList();
        await work.CommitAsync(cancellation);
        IReadOnlyList<V1.BoardItem> items =
        [
            .. incidents.Select(incident => new V1.BoardItem { Incident = IncidentWire.ToWire(incident) }),
            .. views.Select(view => new V1.BoardItem { Unit = UnitWire.ToWire(view) }),
            .. loans.Select(row => new V1.BoardItem { Loan = LoanWire.ToWire(row.ToLoan()) }),
        ];
        return new(items, incidents.Select(incident => incident.Name).ToLookup(incident => incident.Tenant), FeedCursor.At(snapshot), reach);
    }
}
