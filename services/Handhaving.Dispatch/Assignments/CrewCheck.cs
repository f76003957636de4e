using Handhaving.Dispatch.Data;
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

    /// <exception cref="RuleBroken">NOT_YOUR_UNIT.</exception>
    public async Task RequireAsync(AssignmentName name, Call call, CancellationToken cancellation)
    {
        if (call.Caller.Owns(name.Incident.Tenant) && permissions.Allows(call.Caller, Force)) return;
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var unit = await db.Assignments.AsNoTracking().Where(row => row.Tenant == name.Incident.Municipality && row.Id == name.Id).Select(row => row.Unit).SingleOrDefaultAsync(cancellation)
            ?? throw new NotFound(name.Value);
        AssignmentRules.YourUnit.Require(await db.DutyMembers.AsNoTracking().AnyAsync(row => row.Officer == call.Caller.Subject && row.Unit == unit, cancellation));
    }
}
