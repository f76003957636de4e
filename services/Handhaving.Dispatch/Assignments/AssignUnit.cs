using Handhaving.Dispatch.Assignments.Terms;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Which unit is wanted for which incident, as the caller saw that.</summary>
/// <param name="SkipHoldReason">Why it cannot wait before it borrows; empty when it need not.</param>
/// <param name="OverrideReason">Why staffing is set aside; null = it is not.</param>
public sealed record UnitOrder(IncidentName Incident, string Etag, UnitName Unit, AssignmentRole Role, string SkipHoldReason, string? OverrideReason);

/// <summary>Offers an incident to a unit and takes its slot; of two offers to one unit exactly one is accepted. A unit of another team is borrowed by it (C-37).</summary>
public sealed class AssignUnit(IncidentWriter incidents, IncidentCatalog catalog, ReadTerms read, RolePermissions permissions, TimeProvider clock)
{
    public async Task<IncidentAnswer> HandleAsync(UnitOrder order, Call call, RequestKey request, CancellationToken cancellation)
    {
        Reasons.PermissionMissing.Require(order.OverrideReason is null || permissions.Allows(call.Caller, StaffingOverride.Permission), ("permission", StaffingOverride.Permission));
        var assignment = Guid.CreateVersion7(clock.GetUtcNow());
        var (usual, borrowing) = await read.OfAsync(order.Incident.Tenant, order.Unit, cancellation);
        var terms = usual with { OverrideReason = order.OverrideReason };
        return await CountedAsync(() => incidents.WriteAsync(call, order.Incident, request, order.Unit, Opening.Existing, desk => Decide(desk, order, assignment, terms, borrowing, desk.ActOf(call.Caller.Subject)), cancellation));
    }

    // Outside the decision, which is made anew when a commit is tried again.
    private static async Task<IncidentAnswer> CountedAsync(Func<Task<IncidentAnswer>> offer)
    {
        try
        {
            var answer = await offer();
            DispatchMeters.OffersMade.Add(1);
            return answer;
        }
        catch (RuleBroken lost) when (lost.Rule == AssignmentRules.UnitFree)
        {
            DispatchMeters.OffersLost.Add(1);
            throw;
        }
    }

    private IncidentAnswer Decide(Desk desk, UnitOrder order, Guid assignment, OfferTerms terms, BorrowTerms borrowing, Act act)
    {
        // First of all, and in the same words as for a unit that does not exist: who may not borrow learns of no other team's units.
        if (desk.Foreign is { IsHidden: true } && !borrowing.IsUrgent(desk.Existing())) throw new NotFound(order.Unit.Value);
        desk.Existing().RequireWaiting(); // before its unit: for what is cancelled or closed no other one helps
        if (desk.Holder is { } holder) throw AssignmentRules.Taken((desk.Called ?? CalledUnit.Of(order.Unit)).Words, holder);
        var incident = desk.Seen(order.Etag);
        var unit = desk.Unit ?? throw AssignmentRules.OnDuty.Broken((desk.Called ?? CalledUnit.Of(order.Unit)).Words);
        var loan = desk.Foreign is { } foreign ? incident.Borrow(foreign, borrowing, order.SkipHoldReason, act.At) : null;
        var offered = incident.Offer(assignment, unit, order.Role, catalog.TypeOf(incident), terms with { Loan = loan }, act);
        return new(offered, new AssignmentName(incident.Name, assignment));
    }
}
