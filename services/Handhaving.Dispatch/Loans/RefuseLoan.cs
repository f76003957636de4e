using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans.Keeping;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Loans;

/// <summary>The owner of a lent unit takes it back: an act on the borrower's incident, decided under its lock, so that of a refusal and the end of the job one wins.</summary>
public sealed class RefuseLoan(DispatchDb db, IncidentWriter incidents, IncidentCatalog catalog)
{
    /// <returns>The loan after it, and what that means for others on the incident, in Dutch.</returns>
    public async Task<(Loan Loan, IReadOnlyList<string> Consequences)> HandleAsync(LoanName name, string reason, string etag, Call call, RequestKey request, CancellationToken cancellation)
    {
        var row = await RowOfAsync(name, call, cancellation);
        var (job, reach) = (row.Job, row.Restricted ? RestrictedReach.Only(row.Job.Incident.Id) : RestrictedReach.None);
        var answer = await incidents.WriteForLenderAsync(call, job, reach, request, desk =>
        {
            var act = desk.ActOf(call.Caller.Subject, reason);
            var refused = desk.Existing().RefuseLoan(job, etag, act).WithoutLead(desk.Existing(), catalog, act);
            return new(refused, job) { Consequences = [.. refused.LeadConsequencesForLender] };
        }, cancellation);
        return (Loan.Of(answer.Incident, answer.Assigned) ?? throw new NotFound(name.Value), answer.Consequences);
    }

    private async Task<LoanRow> RowOfAsync(LoanName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        return await db.Loans.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Lender.Value && row.Id == name.Id, cancellation) ?? throw new NotFound(name.Value);
    }
}
