using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>What somebody reports, to be held against what is known.</summary>
/// <param name="RadiusMeters">0 = what the municipality decided.</param>
public sealed record Likeness(string Type, Point Point, DateTimeOffset? ReportedAt, int RadiusMeters, bool IncludeHistory);

/// <summary>An incident that may be the same event.</summary>
public sealed record DuplicateCandidate(Incident Incident, double Meters, TimeSpan Apart);

/// <summary>Finds what may be the same event: a type of the same family, near in place and time; a person decides (dispatch 6).</summary>
/// <remarks>The likeliest of all in the radius, judged by the database: at a busy spot twelve weeks hold more than is read. Place and time weigh alike, each as a share of what was asked:
/// of the radius, and of the window or of those weeks.</remarks>
public sealed class FindDuplicates(DispatchDb db, TenantSettings settings, TimeProvider clock)
{
    private const int MostShown = 50;
    private static readonly TimeSpan History = TimeSpan.FromDays(7 * 12);

    public async Task<IReadOnlyList<DuplicateCandidate>> HandleAsync(Likeness like, Call call, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var family = IncidentType.FamilyOf(like.Type);
        IncidentRules.KnownType.Require(IncidentCatalog.Shipped.HasFamily(family), ("type", like.Type));
        var now = clock.GetUtcNow();
        IncidentRules.RequireReportTime(like.ReportedAt, now);
        IncidentRules.InRegion.Require(like.Point.IsInTheNetherlands);
        var reportedAt = like.ReportedAt ?? now;
        var radius = like.RadiusMeters > 0 ? like.RadiusMeters : await SettingAsync(call, DispatchSettings.DuplicateMeters, cancellation);
        var window = TimeSpan.FromMinutes(await SettingAsync(call, DispatchSettings.DuplicateMinutes, cancellation));
        var (from, to) = (like.IncludeHistory ? now - History : reportedAt - window, reportedAt + window);
        var scale = like.IncludeHistory ? History : window;
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var cells = PlaceCells.Around(like.Point, radius);
        var rows = db.Incidents.AsNoTracking().Of(call, db).Where(row => row.Family == family && cells.Contains(row.Cell ?? 0) && row.ReportedAt >= from && row.ReportedAt <= to);
        if (!like.IncludeHistory) rows = rows.Where(row => !row.Ended);
        var bodies = await rows.NearTo(like.Point).Where(near => near.Meters <= radius)
            .OrderBy(near => near.Meters / radius + Math.Abs(((near.ReportedAt ?? reportedAt) - reportedAt).TotalSeconds) / scale.TotalSeconds).Select(near => near.Body).Take(MostShown).ToListAsync(cancellation);
        var found = bodies.Select(IncidentJson.Read).Select(incident => new DuplicateCandidate(incident, incident.Place.Point.MetersTo(like.Point), (incident.ReportedAt - reportedAt).Duration())).ToList();
        work.Consulted(call, found.Select(candidate => (candidate.Incident.Name.Tenant, candidate.Incident.Name.Value)), now);
        await work.CommitAsync(cancellation);
        DispatchMeters.DuplicatesDuration.Record(clock.GetElapsedTime(began).TotalSeconds);
        return found;
    }

    private async Task<int> SettingAsync(Call call, string key, CancellationToken cancellation) =>
        await settings.NumberOfAsync(call.Tenant ?? call.Caller.FirstTenant, key, cancellation);
}
