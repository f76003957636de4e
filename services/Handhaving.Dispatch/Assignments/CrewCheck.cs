using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Who may report for a unit: its own crew wherever the incident lies, and whoever may assign units in that municipality (by radio).</summary>
public sealed class CrewCheck(DispatchDb db, RolePermissions permissions)
{
    private const string Force = "dispatch.assignments.assign";

    /// <summary>A crew writes about incidents that it is or was on; who works for the municipality, about all of its own.</summary>
    /// <exception cref="RuleBroken">NOT_YOUR_INCIDENT.</exception>
    public async Task RequireOnIncidentAsync(IncidentName name, Call call, CancellationToken cancellation)
    {
        if (call.Caller.Owns(name.Tenant)) return;
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        IncidentRules.YourIncident.Require(await db.Assignments.AsNoTracking().Where(row => row.Tenant == name.Municipality && row.Incident == name.Id)
            .AnyAsync(row => db.DutyMembers.Any(member => member.Officer == call.Caller.Subject && member.Unit == row.Unit), cancellation));
    }

    /// <returns>The call to act with: the crew of a lent unit reaches its job where nothing is shared with it. And whose word it is: who is in the crew speaks for it at a desk too.</returns>
    /// <exception cref="RuleBroken">NOT_YOUR_UNIT; NOT_FOUND when the unit is not for the caller to see, in the words of a job that does not exist.</exception>
    public async Task<(Call Acting, ReportedBy By)> RequireAsync(AssignmentName name, Call call, CancellationToken cancellation)
    {
        if (IsDesk(call, name.Incident.Tenant)) return (call, await IsOfCrewAsync(name, call, cancellation) ? ReportedBy.Unit : ReportedBy.Desk);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await db.Assignments.AsNoTracking().Where(row => row.Tenant == name.Incident.Municipality && row.Id == name.Id)
            .Select(row => new { row.Unit, IsShared = db.Incidents.Any(incident => incident.Tenant == row.Tenant && incident.Id == row.Incident) }).SingleOrDefaultAsync(cancellation)
            ?? throw new NotFound(name.Value);
        if (!await db.DutyMembers.AsNoTracking().AnyAsync(row => row.Officer == call.Caller.Subject && row.Unit == found.Unit, cancellation))
            throw !await db.Units.AsNoTracking().AnyAsync(row => row.Name == found.Unit, cancellation) ? new NotFound(name.Value) : AssignmentRules.NotYourUnit(isLentByCaller: IsDesk(call, new UnitName(found.Unit).Owner));
        return (found.IsShared ? call : call with { Tenant = name.Incident.Tenant, ByTask = true }, ReportedBy.Unit);
    }

    private async Task<bool> IsOfCrewAsync(AssignmentName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        return await db.DutyMembers.AsNoTracking().AnyAsync(
            row => row.Officer == call.Caller.Subject && db.Assignments.Any(job => job.Tenant == name.Incident.Municipality && job.Id == name.Id && job.Unit == row.Unit), cancellation);
    }

    /// <exception cref="RuleBroken">NOT_YOUR_UNIT.</exception>
    public void RequireIn(UnitOnDuty unit, Call call) => AssignmentRules.YourUnit.Require(unit.HasMember(call.Caller.Subject) || IsDesk(call, unit.Name.Owner));

    /// <summary>The desk may act for a unit, by radio.</summary>
    public bool IsDesk(Call call, TenantId owner) => call.Caller.Owns(owner) && permissions.Allows(call.Caller, Force);
}
