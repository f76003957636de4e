using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access.Fields;
using Handhaving.ServiceDefaults.Errors;
using UnitFilter = Handhaving.Dispatch.Recommendation.UnitFilter;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Units of other teams on an incident: borrowed when it is urgent, taken back when their owner says so (C-37).</summary>
public sealed partial record Incident
{
    /// <summary>How it may have a unit of another team now.</summary>
    /// <param name="skipHoldReason">Why it cannot wait any longer; empty when it need not.</param>
    /// <exception cref="RuleBroken">INCIDENT_NOT_URGENT, BORROW_HOLD.</exception>
    public LoanTerms Borrow(ForeignUnit unit, BorrowTerms terms, string skipHoldReason, DateTimeOffset now)
    {
        RequireWaiting();
        LoanRules.Urgent.Require(terms.IsUrgent(this), ("number", Number), ("priority", $"{Priority}"), ("urgent", $"{terms.UrgentPriority}"));
        var left = terms.HoldUntil(this, now) - now;
        if (left <= TimeSpan.Zero) return new(unit.BorrowerTeam, null) { LenderName = unit.OwnerName };
        var moment = PendingSince is null ? "zodra de melding weer op een eenheid wacht" : $"vanaf {UnitFilter.DutchClock(now + left)} uur";
        LoanRules.HoldOver.Require(!skipHoldReason.IsBlank(), ("number", Number), ("secondsLeft", $"{(int)Math.Ceiling(left.TotalSeconds)}"), ("secondsLeftLabel", moment));
        return new(unit.BorrowerTeam, skipHoldReason) { LenderName = unit.OwnerName };
    }

    /// <summary>The owner of the unit takes it back, whatever it does here; this incident waits for a unit again at once.</summary>
    /// <exception cref="RuleBroken">LOAN_ALREADY_REFUSED, LOAN_ENDED, ETAG_MISMATCH.</exception>
    public Incident RefuseLoan(AssignmentName name, string etag, Act act)
    {
        var loan = Loan.Of(this, Find(name)) ?? throw new NotFound(name.Value);
        var (called, ended) = (Find(name).Called, loan.EndedAt ?? act.At);
        var at = new[] { ("at", ended.ToString("O")), ("atLabel", UnitFilter.DutchClock(ended)) };
        LoanRules.NotRefused.Require(loan.State is not LoanState.Refused, [.. called.Words, ("by", loan.Terms.Refusal?.By ?? ""), .. at]);
        LoanRules.NotEnded.Require(loan.State is LoanState.Active, [.. called.Words, .. at]);
        Reasons.EtagMismatch.Require(loan.Etag == etag, ("name", loan.Name.Value));
        var terms = loan.Terms with { Refusal = new(act.Actor, act.Text ?? "") };
        var told = act with { Text = $"Geweigerd door {LenderOf(loan.Unit, loan.Terms)}: {act.Text}" };
        return With(name, one => one with { Loan = terms }).TakeBack(name, told).ReturnFrom(this, told);
    }

    /// <summary>How long its own desk had to find a unit of its own, in all: what was told later nobody could act on before.</summary>
    public TimeSpan WaitedAt(DateTimeOffset now) => Waited + (PendingSince is { } since ? now - (PendingToldAt > since ? PendingToldAt.Value : since) : TimeSpan.Zero);

    // A team is called by what it is.
    private static string LenderOf(UnitName unit, LoanTerms terms) => (unit.IsPolice, terms.LenderName) switch
    {
        (true, "") => $"team {unit.Owner.Value}",
        (true, var team) => team,
        (false, "") => $"gemeente {unit.Owner.Value}",
        (false, var municipality) => $"gemeente {municipality}",
    };
}
