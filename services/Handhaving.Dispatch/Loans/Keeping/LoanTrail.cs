using System.Diagnostics;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Audit;

namespace Handhaving.Dispatch.Loans.Keeping;

/// <summary>What an act on an incident leaves with the owner of a borrowed unit: the loan, a change on its board, a fact, its own audit line.</summary>
internal static class LoanTrail
{
    /// <param name="before">The incident before the act; null for a new one.</param>
    /// <param name="line">The line that the act leaves with the incident's municipality.</param>
    public static void Leave(TrailSet trails, Incident incident, Incident? before, Assignment assignment, AuditLine? line, Activity? origin)
    {
        if (Loan.Of(incident, assignment) is not { } loan) return;
        var former = before?.Assignments.Where(one => one.Name == assignment.Name).Select(one => Loan.Of(before, one)).SingleOrDefault();
        if (loan == former) return; // the unit goes on with its job
        var trail = trails.Of(loan.Name.Lender);
        trails.Keep(loan);
        trail.Show(loan.Name.Value, (short)(loan.IsRestricted ? BoardKind.RestrictedLoan : BoardKind.Loan), BoardWire.Encode(loan));
        if (FactOf(loan, former, incident.UpdatedAt) is { } fact) trail.Publish(Guid.CreateVersion7(incident.UpdatedAt), loan.Name.Value, fact.Sequence, fact, origin);
        if (line is not null) trail.Audit(line with { Action = former is null ? "DISCLOSE" : line.Action, ObjectType = "loan", ObjectId = loan.Name.Value, ObjectVersion = null });
    }

    // Another priority or kind of the incident is on the board, and no fact of the loan.
    private static IDispatchFact? FactOf(Loan loan, Loan? former, DateTimeOffset at) => (former?.State, loan.State) switch
    {
        (null, _) => new LoanStarted(loan.Name.Value, loan.Assignment.Value, loan.Name.Lender.Value, loan.Unit.Value, loan.Assignment.Incident.Municipality, loan.Terms.BorrowerTeam, 1, at, loan.IncidentPriority, loan.Terms.SkipHoldReason is not null),
        (LoanState.Active, LoanState.Refused) => new LoanRefused(loan.Name.Value, loan.Assignment.Value, loan.Name.Lender.Value, loan.Unit.Value, loan.Assignment.Incident.Municipality, 2, loan.EndedAt ?? at),
        (LoanState.Active, LoanState.Ended) => new LoanEnded(loan.Name.Value, loan.Assignment.Value, loan.Name.Lender.Value, loan.Unit.Value, loan.Assignment.Incident.Municipality, 2, loan.EndedAt ?? at),
        _ => null,
    };
}
