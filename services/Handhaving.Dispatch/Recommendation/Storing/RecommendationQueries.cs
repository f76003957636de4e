using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Recommendation.Storing;

/// <summary>Reads what was recommended for an incident, as it was shown.</summary>
public sealed class RecommendationQueries(DispatchDb db, TimeProvider clock)
{
    /// <returns>Newest first; the token of the next page is the id of its last row.</returns>
    public async Task<Page<UnitRecommendation>> ListAsync(IncidentName name, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (!await db.Incidents.AnyAsync(row => row.Tenant == name.Municipality && row.Id == name.Id, cancellation)) throw new NotFound(name.Value);
        var rows = db.Recommendations.AsNoTracking().Where(row => row.Tenant == name.Municipality && row.Incident == name.Id);
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        work.Consulted(call, [(name.Tenant, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        var shown = found.Take(page.Size).ToList();
        return new([.. shown.Select(row => Read(row, call.Restricted))], found.Count > page.Size ? page.TokenAfter(shown[^1].Id.ToString()) : "");
    }

    private static UnitRecommendation Read(RecommendationRow row, RestrictedReach reach)
    {
        var kept = JsonSerializer.Deserialize<UnitRecommendation>(row.Body, MessageJson.Options) ?? throw new JsonException("A recommendation's body is empty.");
        return kept with { Id = row.Id, Picks = [.. kept.Picks.Select(pick => pick.SeenBy(reach))] };
    }
}
