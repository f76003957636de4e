using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Ranking;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Priorities;

/// <summary>An incident that waits, in its place.</summary>
/// <param name="Theme">Null when it fits none.</param>
/// <param name="Zone">The zone that counts now in which it lies; null when in none.</param>
/// <param name="Pick">The best free unit that no incident before it takes; null when there is none.</param>
public sealed record QueuedIncident(Incident Incident, HeldTheme? Theme, SurveillanceZone? Zone, Pick? Pick);

/// <summary>Incidents that wait, the first to be served first.</summary>
/// <param name="Waiting">All of them, also those that are not shown.</param>
public sealed record IncidentQueue(string Profile, IReadOnlyList<QueuedIncident> Entries, int Waiting);

/// <summary>Says in which order waiting incidents of a municipality get the free units: by priority, then by the zones (C-05) and the theme that hold (C-03), then by how long they wait.</summary>
public sealed class RecommendQueue(DispatchDb db, PriorityBook priorities, PrepareQuestion prepare, FleetSearch units, TimeProvider clock)
{
    private const int MostWaiting = 500;

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">UNITS_NOT_KNOWN.</exception>
    public async Task<IncidentQueue> HandleAsync(TenantId municipality, int limit, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (held, zones, waiting) = await ReadAsync(municipality, now, call, cancellation);
        var order = waiting.Select(incident => (Incident: incident, Theme: held.ThemeOf(incident))).Select(one => (one.Incident, one.Theme, Zone: zones.FirstOrDefault(zone => zone.Takes(one.Incident, one.Theme, now))))
            .OrderBy(one => QueuePlace.Of(one.Incident, one.Theme, one.Zone is not null, now)).Take(limit).ToList();
        var questions = await prepare.ManyAsync([.. order.Select(one => one.Incident.Name)], call, cancellation);
        HashSet<UnitName> taken = [];
        List<QueuedIncident> entries = [];
        foreach (var (incident, theme, zone) in order)
            if (questions.TryGetValue(incident.Name, out var question)) entries.Add(new(question.Incident, theme, zone, PickOf(question, taken)));
        return new(held.Profile, entries, waiting.Count);
    }

    private async Task<(SafetyPriorities Held, IReadOnlyList<SurveillanceZone> Zones, List<Incident> Waiting)> ReadAsync(TenantId municipality, DateTimeOffset now, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var held = await priorities.OfAsync(municipality, UnitFilter.DayOf(now), cancellation);
        var zones = await priorities.ZonesAsync(municipality, now, cancellation);
        var bodies = await db.Incidents.AsNoTracking().Where(row => row.Tenant == municipality.Value && row.Live && row.CanaryAt == null && row.State == (short)IncidentState.Pending)
            .OrderBy(row => row.Priority).ThenBy(row => row.Id).Take(MostWaiting).Select(row => row.Body).ToListAsync(cancellation);
        var waiting = bodies.Select(IncidentJson.Read).Where(incident => incident.IsClassified && !incident.Assignments.Any(assignment => assignment.IsActive)).ToList(); // what is offered waits for an answer
        work.Consulted(call, waiting.Select(incident => (incident.Name.Tenant, incident.Name.Value)), now);
        await work.CommitAsync(cancellation);
        return (held, zones, waiting);
    }

    private Pick? PickOf(Question question, HashSet<UnitName> taken)
    {
        var free = units.Find(question, taken.Count + 1).Fitting.Where(candidate => !taken.Contains(candidate.Unit.Unit.Name));
        if (UnitRanking.Order(question, free).FirstOrDefault() is not { } best) return null;
        taken.Add(best.Unit.Unit.Name);
        return UnitRanking.PickOf(best, question);
    }
}
