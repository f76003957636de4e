using Handhaving.Dispatch.Assignments.Terms;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Takes a unit away from one incident for a more urgent one: both change in one commit, so that nobody else gets the unit in between.</summary>
public sealed class PreemptAssignment(IncidentWriter incidents, DispatchDb db, IncidentCatalog catalog, ReadTerms read, TimeProvider clock)
{
    /// <param name="urgent">The incident that needs the unit, with the version that the caller saw.</param>
    /// <param name="name">The assignment that ends.</param>
    public async Task<IncidentAnswer> HandleAsync((IncidentName Name, string Etag) urgent, AssignmentName name, string reason, bool mayLeaveScene, Call call, RequestKey request, CancellationToken cancellation)
    {
        RequireOwn(name, call);
        var unit = await UnitOfAsync(name, call, cancellation);
        var assignment = Guid.CreateVersion7(clock.GetUtcNow());
        var (terms, borrowing) = await read.OfAsync(urgent.Name.Tenant, unit, cancellation);
        return await incidents.WriteAsync(call, urgent.Name, name.Incident, request, unit, desk =>
        {
            var act = desk.ActOf(call.Caller.Subject, reason);
            desk.Existing().RequireWaiting(); // before its version, as for an assignment: what is closed takes no unit, whoever saw it
            var incident = desk.Seen(urgent.Etag);
            var other = desk.GivesUp ?? throw new NotFound(name.Value);
            var given = other.GiveUp(name, incident, mayLeaveScene, act).WithoutLead(other, catalog, act);
            var onDuty = desk.Unit ?? throw AssignmentRules.OnDuty.Broken((desk.Called ?? CalledUnit.Of(unit)).Words);
            // A unit that is borrowed already is borrowed anew, for the reason given here: its owner may think otherwise of this incident.
            var loan = desk.Foreign is { } foreign ? incident.Borrow(foreign, borrowing, reason, act.At) : null;
            var offered = incident.Offer(assignment, onDuty, AssignmentRole.Primary, catalog.TypeOf(incident), terms with { Loan = loan }, act with { Text = null });
            return new(offered, new AssignmentName(incident.Name, assignment)) { GivenUp = (given, name), Consequences = [.. given.LeadConsequences] };
        }, cancellation);
    }

    // The access rule looked at the urgent incident alone.
    private static void RequireOwn(AssignmentName name, Call call)
    {
        if (!call.Caller.Owns(name.Incident.Tenant)) throw new NotFound(name.Value);
    }

    private async Task<UnitName> UnitOfAsync(AssignmentName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var unit = await db.Assignments.AsNoTracking().Where(row => row.Tenant == name.Incident.Municipality && row.Id == name.Id).Select(row => row.Unit).SingleOrDefaultAsync(cancellation);
        return new UnitName(unit ?? throw new NotFound(name.Value));
    }
}
