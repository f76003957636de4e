using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Says which units fit an incident and why the others do not; keeps the answer as it was shown.</summary>
public sealed class RecommendUnits(DispatchDb db, IncidentCatalog catalog, UnitPositions positions, TimeProvider clock)
{
    private const int DefaultLimit = 5;

    public async Task<UnitRecommendation> HandleAsync(IncidentName name, int limit, Call call, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var body = await db.Incidents.AsNoTracking().Where(row => row.Tenant == name.Municipality && row.Id == name.Id).Select(row => row.Body).SingleOrDefaultAsync(cancellation)
            ?? throw new NotFound(name.Value);
        var incident = IncidentJson.Read(body);
        IncidentRules.Open.Require(incident.Phase is IncidentPhase.Open, ("number", incident.Number), ("state", incident.State.ToString()));
        var candidates = await CandidatesAsync(work, cancellation);
        var now = clock.GetUtcNow();
        var recommendation = UnitRanking.Rank(incident, catalog.Find(incident.Type), candidates, limit == 0 ? DefaultLimit : limit, now);
        db.Recommendations.Add(new() { Tenant = name.Municipality, Incident = name.Id, Id = Guid.CreateVersion7(now), ComputedAt = now, Body = JsonSerializer.Serialize(recommendation, MessageJson.Options) });
        work.TrailOf(name.Tenant).Audit(AuditLine.Of(call, name.Value, now, incident.Version) with { RowCount = candidates.Count });
        await work.CommitAsync(cancellation);
        DispatchMeters.RecommendationUnits.Record(candidates.Count);
        DispatchMeters.RecommendationDuration.Record(clock.GetElapsedTime(began).TotalSeconds);
        return recommendation;
    }

    private async Task<List<Candidate>> CandidatesAsync(UnitOfWork<DispatchDb> work, CancellationToken cancellation)
    {
        var units = await UnitQuery.FindAllAsync(work, cancellation);
        var busy = await db.Assignments.AsNoTracking().Where(row => row.ActiveUnit != null).Select(row => row.Unit).ToListAsync(cancellation);
        var taken = busy.ToHashSet();
        return [.. units.Select(unit => new Candidate(unit, positions.LastOf(unit.Name), IsFree: !taken.Contains(unit.Name.Value)))];
    }
}
