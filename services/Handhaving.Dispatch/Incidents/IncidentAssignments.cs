using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Incidents;

/// <summary>What happens to the units on an incident; its own state follows from it.</summary>
public sealed partial record Incident
{
    private const int MostAssignments = 200; // with the longest reasons in each it still fits in a message

    public Incident Offer(Guid assignment, UnitOnDuty unit, AssignmentRole role, IncidentType type, OfferTerms terms, Act act)
    {
        RequireWaiting();
        IncidentRules.RoomForUnit.Require(Assignments.Count < MostAssignments, ("number", Number), ("most", $"{MostAssignments}"));
        AssignmentRules.NotOnItAlready.Require(Assignments.All(other => !other.IsActive || other.Unit != unit.Name), unit.Called.Words);
        var demand = terms.Staffing.Over(Demand(type, role, terms.AllowedEquipment), Priority, act.At) with { Travel = terms.TravelOf(unit, Place, act.At).Time };
        if (terms.Loan is not null) AssignmentRules.RequireFitToLend(unit, demand, act.At);
        var setAside = terms.Loan is null ? AssignmentRules.RequireFit(unit, demand, terms.OverrideReason, act.At) : null;
        var offer = Assignment.Offer(new AssignmentName(Name, assignment), unit.Name, role, terms.Validity, act) with { CallSign = unit.CallSign, Loan = terms.Loan, Override = setAside };
        return Then(this with { Assignments = [.. Assignments, offer] }, act with { Text = RemarkOn(offer) },
            sequence => new AssignmentOffered(offer.Name.Value, Name.Value, Name.Municipality, unit.Name.Value, sequence, act.At, offer.ExpiresAt) { SetAside = setAside?.Rules }, unit.Name);
    }

    public Incident Accept(AssignmentName name, Act act) => Move(name, AssignmentState.Accepted, act,
        (one, sequence) => new AssignmentAccepted(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt) { ReportedBy = act.By?.ToString() });

    /// <summary>The same, when the unit may still do it: what was offered may ask something else by now (C-14, C-22).</summary>
    /// <param name="onIt">The units on it.</param>
    public Incident Accept(AssignmentName name, Func<UnitName, UnitOnDuty?> onIt, IncidentType type, IReadOnlySet<string> allowedEquipment, Act act)
    {
        var (accepted, offer) = (Accept(name, act), Find(name));
        var unit = onIt(offer.Unit) ?? throw AssignmentRules.OnDuty.Broken(offer.Called.Words);
        AssignmentRules.RequireStillFit(unit, Demand(type, offer.Role, allowedEquipment), act.At);
        return accepted;
    }

    /// <summary>A device of the unit shows the offer. The first that says so counts, and of an offer that was answered or ended nobody asks any more: then nothing changes.</summary>
    public Incident Shown(AssignmentName name, Act act)
    {
        if (Find(name) is not { State: AssignmentState.Offered, ShownAt: null } offer) return this;
        return Then(With(name, one => one with { ShownAt = act.At }), act,
            sequence => new AssignmentShown(name.Value, Name.Value, Name.Municipality, offer.Unit.Value, sequence, act.At) { ReportedBy = act.By?.ToString() }, offer.Unit);
    }

    /// <summary>Units that may not do what it turned out to be are called back and told why; the police first, for a BOA helps only where they lead (C-14, C-22). A BOA who is
    /// on scene at what turns out to be the police's alone stays there as help, as when they leave (<see cref="WithoutLead"/>): without a lead the incident waits for the police.</summary>
    /// <param name="onIt">The units on it.</param>
    public Incident WithdrawUnfit(IncidentType type, IReadOnlySet<string> allowedEquipment, Func<UnitName, UnitOnDuty?> onIt, Act act)
    {
        var left = this;
        foreach (var one in Assignments.Where(one => one.IsActive).OrderByDescending(one => one.Unit.IsPolice))
        {
            var stays = type.Leadership is Leadership.PoliceOnly && one.State is AssignmentState.OnScene && !one.Unit.IsPolice;
            var why = onIt(one.Unit) is { } unit ? AssignmentRules.WhyNoLonger(unit, left.Demand(type, stays ? AssignmentRole.Backup : one.Role, allowedEquipment), act.At) : null;
            if (stays && why is null) left = left.AsHelp(one.Name, act);
            else if (stays && why is { Code: RejectionCode.PoliceOnly }) left = left.IsLeftAlone(one) ? left : left.LeaveAlone(one.Name, act);
            else if (why is not null) left = left.CallBack(one.Name, CalledBack.NotFit, act with { Text = $"Past niet meer bij de soort melding: {(one.Loan is null ? why : Rejection.SeenByOthers([why])[0]).Text}" });
        }
        return left.ReturnFrom(this, act);
    }

    public Incident Decline(AssignmentName name, Act act) => Move(name, AssignmentState.Declined, act,
        (one, sequence) => new AssignmentDeclined(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt) { ReportedBy = act.By?.ToString() }).ReturnFrom(this, act);

    public Incident Expire(AssignmentName name, Act act) => Move(name, AssignmentState.Expired, act,
        (one, sequence) => new AssignmentExpired(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At)).ReturnFrom(this, act);

    public Incident GoEnRoute(AssignmentName name, Act act) => Move(name, AssignmentState.EnRoute, act,
        (one, sequence) => new AssignmentEnRoute(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt) { ReportedBy = act.By?.ToString() });

    public Incident Arrive(AssignmentName name, Act act) => Move(name, AssignmentState.OnScene, act,
        (one, sequence) => new AssignmentOnScene(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt) { ReportedBy = act.By?.ToString() });

    public Incident Withdraw(AssignmentName name, Act act) => TakeBack(name, act).ReturnFrom(this, act);

    /// <summary>The unit takes somebody along: a mark in the timeline, the assignment stays as it is.</summary>
    public Incident Transport(AssignmentName name, Act act)
    {
        var one = Find(name);
        if (one.State is not (AssignmentState.EnRoute or AssignmentState.OnScene)) throw AssignmentRules.NotFrom(one.State, "Transporting");
        if (act.OccurTime is { } told) OccurRules.RequireOrder(one, told);
        return Then(this, act, sequence => new AssignmentTransporting(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt) { ReportedBy = act.By?.ToString() }, one.Unit);
    }

    /// <summary>The unit cannot go on: a breakdown, contact lost.</summary>
    public Incident Fail(AssignmentName name, Act act) => Move(name, AssignmentState.Failed, act,
        (one, sequence) => new AssignmentFailed(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt) { ReportedBy = act.By?.ToString() }).ReturnFrom(this, act);

    /// <summary>The unit goes to what is more urgent; this incident waits again, with the time it waited before.</summary>
    public Incident GiveUp(AssignmentName name, Incident urgent, bool mayLeaveScene, Act act)
    {
        var assignment = Find(name);
        // Not classified is priority 0, which is no urgency at all.
        IncidentRules.Classified.Require(urgent.IsClassified, ("number", urgent.Number));
        AssignmentRules.HigherPriority.Require(urgent.Priority < Priority, [.. assignment.Called.Words, ("number", Number), ("priority", $"{Priority}")]);
        AssignmentRules.LeavesSceneKnowingly.Require(assignment.State is not AssignmentState.OnScene || mayLeaveScene, [.. assignment.Called.Words, ("number", Number)]);
        return Move(name, AssignmentState.Preempted, act,
            (one, sequence) => new AssignmentPreempted(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At, urgent.IsRestricted ? "" : urgent.Name.Value)).ReturnFrom(this, act);
    }

    /// <summary>The unit is done. Where no other is wanted any more and an outcome is known, its own or one recorded before, the incident is handled; else it goes on, or waits
    /// for a unit again. No other end of an assignment handles it (dispatch 3.1): a unit that was withdrawn, declined, let its offer expire, failed, was pre-empted or taken back
    /// by its owner was still wanted there, also when another had cleared with an outcome ("handed to the police", who then do not come). Whether it still is, a person says by
    /// <see cref="RecordDisposition"/>. BOAs whom the police leave by it are settled first: what waits for nobody does not return to be handled next.</summary>
    public Incident Clear(AssignmentName name, Disposition? outcome, IncidentCatalog catalog, Act act)
    {
        var told = outcome is null ? this : this with { Outcomes = [.. Outcomes, outcome] };
        var cleared = told.Move(name, AssignmentState.Cleared, act,
            (one, sequence) => new AssignmentCleared(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt, outcome?.Code) { ReportedBy = act.By?.ToString() });
        if (outcome is not null) cleared = cleared with { Dispositions = [.. cleared.Dispositions, outcome.Code] };
        return cleared.SettleBoas(this, catalog, act).HandleOrReturn(this, act);
    }

    // What is out of the ordinary about an offer stands in the history, for whoever asks later why.
    private static string? RemarkOn(Assignment offer)
    {
        List<string> remarks = [];
        if (offer.Loan is { } loan) remarks.Add($"Geleend van {LenderOf(offer.Unit, loan)}{(loan.SkipHoldReason is { } why ? $", zonder te wachten: {why}" : "")}");
        if (offer.Override is { } setAside) remarks.Add(setAside.Remark);
        return remarks.Count > 0 ? string.Join(". ", remarks) : null;
    }

    private Incident TakeBack(AssignmentName name, Act act) => Move(name, AssignmentState.Withdrawn, act,
        (one, sequence) => new AssignmentWithdrawn(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.OccurredAt));

    // The rules call it back, not a person.
    private Incident CallBack(AssignmentName name, CalledBack why, Act act) => With(name, one => one with { CalledBack = why }).TakeBack(name, act);

    private Incident With(AssignmentName name, Func<Assignment, Assignment> change) => this with { Assignments = [.. Assignments.Select(one => one.Name == name ? change(one) : one)] };

    private Incident Move(AssignmentName name, AssignmentState to, Act act, Func<Assignment, long, object> fact)
    {
        var moved = Find(name).Move(to, act);
        return Then(With(name, _ => moved).WithLeadSeen(), act, sequence => fact(moved, sequence), moved.Unit);
    }

    private Incident HandleWhenAlone(Act act)
    {
        if (HasActive || Phase is not IncidentPhase.Open) return this;
        var since = SinceIdle(act);
        return Then(this with { Phase = IncidentPhase.Handled, HandledAt = since.OccurredAt, HandledToldAt = since.OccurTime is null ? null : since.At }, since,
            sequence => new IncidentHandled(Name.Value, Name.Municipality, sequence, since.OccurredAt, Dispositions[0]));
    }

    // After a clear, and nothing else.
    private Incident HandleOrReturn(Incident before, Act act) => Dispositions.Count > 0 && !HasActive ? HandleWhenAlone(act) : ReturnFrom(before, act);

    // It returns when it goes back to pending, whatever outcome was recorded; not when it never left.
    private Incident ReturnFrom(Incident before, Act act)
    {
        if (before.State is IncidentState.Pending || State is not IncidentState.Pending) return this;
        var since = SinceIdle(act);
        return Then(this, since, sequence => new IncidentReturned(Name.Value, Name.Municipality, sequence, since.OccurredAt));
    }

    // What follows when nobody is on it any more: of several ends that are told later and in whatever order, since the last.
    private Act SinceIdle(Act act) => act.OccurTime is not { } told ? act.Following
        : act.Following with { OccurTime = Assignments.Where(one => one.AcceptedAt is not null).Select(one => one.EndedAt).OfType<DateTimeOffset>().Append(told).Max() };
}
