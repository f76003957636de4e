using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board.OneUnit;

/// <summary>Reads a unit and the incident that it is sent to as they are now, as far as the caller may know; what it had not been told leaves an audit line.</summary>
public sealed class ReadUnitNow(IDbContextFactory<DispatchDb> databases, RestrictedRight restricted, UnitPositions positions, SettingDefinitions settings, TimeProvider clock)
{
    /// <param name="told">What the caller was told last; null for nothing yet.</param>
    /// <exception cref="NotFound">There is no such unit for the caller, or not any more: who calls for a task is in its crew.</exception>
    internal async Task<V1.UnitNow> HandleAsync(Call call, UnitName name, V1.UnitNow? told, CancellationToken cancellation)
    {
        var seen = call with { Restricted = (await restricted(call, [name.Value], cancellation)).Reach };
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(seen), cancellation);
        var row = await db.Units.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        var unit = (await new UnitQueries(db, positions, settings, clock).ViewAsync(work, [row], cancellation))[0] with { LastFix = null };
        if (call.TaskOnly && !unit.IsOfCrew(call.Caller)) throw new NotFound(name.Value);

        var ended = await LastEnded.ReadAsync(work, seen, name, cancellation);
        var incident = AssignmentName.Parse(unit.Assignment ?? "") is { } job ? await IncidentAsync(work, seen, job, cancellation) : null;
        var now = new V1.UnitNow { Unit = UnitWire.ToWire(unit), Incident = incident is null ? null : IncidentWire.ToWire(incident), LastEnded = ended };
        if (now.Equals(told)) return now;
        List<(TenantId, string)> shown = [(name.Owner, name.Value)];
        if (ended is not null && !ended.Equals(told?.LastEnded)) shown.Add((name.Owner, ended.Assignment)); // in the chain of the unit: its crew need not read the incident's
        if (incident is not null) shown.Add((incident.Name.Tenant, incident.Name.Value));
        work.Consulted(seen, shown, clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return now;
    }

    // A crew's job may lie where nothing is shared with it; from here on the transaction reads there, too.
    private static async Task<Incident?> IncidentAsync(UnitOfWork<DispatchDb> work, Call seen, AssignmentName job, CancellationToken cancellation)
    {
        var name = job.Incident;
        if (seen.TaskOnly) await work.EnterAsync(seen with { Tenant = name.Tenant, ByTask = true }, cancellation);
        var row = await work.Db.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Municipality && row.Id == name.Id, cancellation);
        var incident = row is null ? null : IncidentJson.Read(row.Body);
        // It may have ended since the unit was read; then the feed tells that next, and what came after it is not this crew's.
        return incident?.Assignments.Any(one => one.Name == job && one.IsActive) is true ? incident : null;
    }
}
