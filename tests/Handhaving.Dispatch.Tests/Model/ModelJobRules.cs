using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>The rules of dispatch 3.2 and 3.3: a unit has one slot, and what happens to jobs settles their incident.</summary>
internal static partial class ModelRules
{
    private static ModelWorld Assign(ModelWorld world, ModelStep step)
    {
        var (incident, unit, holder) = (world.Of(step), world.Units[step.Unit], world.HolderOf(step.Unit));
        var isForeign = unit.Team != Team(incident.Municipality);
        Require(!isForeign || (unit.IsOnDuty && IsUrgent(incident)), "NOT_FOUND");
        RequireWaiting(incident);
        // Who holds a hidden unit is seen by the database alone, which refuses last of all.
        var isSeen = holder is { } at && (!isForeign || Team(world.Incidents[at.Incident].Municipality) == Team(incident.Municipality));
        Require(!isSeen, "UNIT_ALREADY_ASSIGNED");
        incident = Seen(world, step);
        Require(unit.IsOnDuty, "UNIT_NOT_ON_DUTY");
        var offered = Offer(incident, step.Unit, unit, step.Role);
        Require(holder is null, "UNIT_ALREADY_ASSIGNED");
        return Acted(world, step.Incident, offered);
    }

    private static ModelWorld Preempt(ModelWorld world, ModelStep step)
    {
        var (other, job) = (world.Incidents[step.Job.Incident], world.Incidents[step.Job.Incident].Jobs[step.Job.Number]);
        var unit = world.Units[job.Unit];
        var isForeign = unit.Team != Team(world.Of(step).Municipality);
        Require(Team(other.Municipality) == Team(world.Of(step).Municipality) && (!isForeign || unit.IsOnDuty), "NOT_FOUND");
        RequireWaiting(world.Of(step));
        var urgent = Seen(world, step);
        Require(urgent.Priority < other.Priority, "PRIORITY_NOT_HIGHER");
        Require(job.State is not AssignmentState.OnScene || step.Flag, "UNIT_ON_SCENE");
        var left = End(other, step.Job.Number, AssignmentState.Preempted);
        Require(unit.IsOnDuty, "UNIT_NOT_ON_DUTY");
        Require(!isForeign || IsUrgent(urgent), "INCIDENT_NOT_URGENT");
        return Acted(Acted(world, step.Job.Incident, left), step.Incident, Offer(urgent, job.Unit, unit, AssignmentRole.Primary));
    }

    private static ModelWorld Sign(ModelWorld world, ModelStep step)
    {
        var unit = world.Units[step.Unit];
        var isOn = step.Act is ModelAct.SignOn;
        Require(unit.IsOnDuty != isOn, isOn ? "UNIT_ALREADY_ON_DUTY" : "UNIT_NOT_ON_DUTY");
        Require(isOn || world.HolderOf(step.Unit) is null, "UNIT_HAS_ASSIGNMENT");
        return world.With(step.Unit, unit with { IsOnDuty = isOn, EndMinutes = 0, Facts = unit.Facts.Add(isOn ? "UnitSignedOn" : "UnitSignedOff") });
    }

    private static ModelWorld Expire(ModelWorld world, ModelStep step)
    {
        var incident = world.Incidents[step.Job.Incident];
        return incident.Jobs[step.Job.Number].State is AssignmentState.Offered ? Acted(world, step.Job.Incident, End(incident, step.Job.Number, AssignmentState.Expired)) : world;
    }

    // C-37: of another team's unit its owner decides, on what it saw of the incident.
    private static ModelWorld RefuseLoan(ModelWorld world, ModelStep step)
    {
        var (incident, job) = (world.Incidents[step.Job.Incident], world.Incidents[step.Job.Incident].Jobs[step.Job.Number]);
        Require(!job.IsRefused, "LOAN_ALREADY_REFUSED");
        Require(job.IsActive, "LOAN_ENDED");
        Require((incident.Type, incident.Priority) == (step.Type, step.Priority), "ETAG_MISMATCH");
        var refused = incident with { Jobs = incident.Jobs.SetItem(step.Job.Number, job with { IsRefused = true }) };
        return Acted(world, step.Job.Incident, Ended(incident, Move(refused, step.Job.Number, AssignmentState.Withdrawn), AssignmentState.Withdrawn));
    }

    private static ModelWorld ExtendDuty(ModelWorld world, ModelStep step)
    {
        var unit = world.Units[step.Unit];
        Require(unit.IsOnDuty, "UNIT_NOT_ON_DUTY");
        Require(step.EndMinutes > unit.EndMinutes, "DUTY_EXTENSION_NOT_POSSIBLE");
        return world.With(step.Unit, unit with { EndMinutes = step.EndMinutes, Facts = unit.Facts.Add("UnitDutyExtended") });
    }

    // The code moves the one job that the unit has; at another team's incident its crew alone reports.
    private static ModelWorld ReportCode(ModelWorld world, ModelStep step)
    {
        var (unit, holder) = (world.Units[step.Unit], world.HolderOf(step.Unit));
        Require(unit.IsOnDuty, "UNIT_NOT_ON_DUTY");
        var state = holder is { } at ? world.Incidents[at.Incident].Jobs[at.Job].State : AssignmentState.Offered;
        Require(step.Code > (state is AssignmentState.OnScene ? 3 : state is AssignmentState.EnRoute ? 2 : 1), "STATUS_CODE_NOT_ALLOWED_NEXT");
        if (holder is not { } held) throw new Refused("NO_CURRENT_ASSIGNMENT");
        var incident = world.Incidents[held.Incident];
        Require(Team(incident.Municipality) == unit.Team, "NOT_YOUR_UNIT");
        var act = step.Code switch { 2 => ModelAct.GoEnRoute, 3 => ModelAct.Arrive, _ => ModelAct.Clear };
        if (step.Code == 2 && state is AssignmentState.Offered) incident = Report(incident, step with { Act = ModelAct.Accept, Job = held });
        return Acted(world, held.Incident, Report(incident, step with { Act = act, Job = held }));
    }

    // By true times a step is not before the offer, nor still to come; what is said of an offer that is over changes nothing.
    private static ModelIncident Report(ModelIncident incident, ModelStep step)
    {
        Require(step.Time is not ModelTime.Ahead, "OCCUR_TIME_AHEAD");
        Require(step.Time is not ModelTime.BeforeOffer || !Follows(incident.Jobs[step.Job.Number].State, StateOf(step.Act)), "OCCUR_TIME_BEFORE_OFFER");
        var reported = Take(incident, step);
        var job = reported.Jobs[step.Job.Number] with { Told = step.Time is ModelTime.Told ? step.OccurTime : null };
        return reported with { Jobs = reported.Jobs.SetItem(step.Job.Number, job) };
    }

    private static AssignmentState StateOf(ModelAct act) => act switch
    {
        ModelAct.Accept => AssignmentState.Accepted,
        ModelAct.Decline => AssignmentState.Declined,
        ModelAct.GoEnRoute => AssignmentState.EnRoute,
        ModelAct.Arrive => AssignmentState.OnScene,
        ModelAct.Clear => AssignmentState.Cleared,
        ModelAct.Withdraw => AssignmentState.Withdrawn,
        ModelAct.Fail => AssignmentState.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Not a report about a job."),
    };

    private static ModelIncident Take(ModelIncident incident, ModelStep step)
    {
        var job = incident.Jobs[step.Job.Number];
        switch (step.Act)
        {
            case ModelAct.Accept:
                Require(job.State is not AssignmentState.Expired, "OFFER_EXPIRED");
                var accepted = Move(incident, step.Job.Number, AssignmentState.Accepted);
                RequireMayDo(incident, job.IsPolice, job.Role);
                return accepted;
            case ModelAct.GoEnRoute:
                return Move(incident, step.Job.Number, AssignmentState.EnRoute);
            case ModelAct.Arrive:
                return Move(incident, step.Job.Number, AssignmentState.OnScene);
            case ModelAct.Clear:
                var cleared = Move(incident, step.Job.Number, AssignmentState.Cleared);
                return Ended(incident, step.Flag ? cleared with { Outcomes = cleared.Outcomes + 1 } : cleared, AssignmentState.Cleared);
            case ModelAct.Decline:
                return End(incident, step.Job.Number, AssignmentState.Declined);
            case ModelAct.Withdraw:
                return End(incident, step.Job.Number, AssignmentState.Withdrawn);
            case ModelAct.Fail:
                return End(incident, step.Job.Number, AssignmentState.Failed);
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.Act, "Not a report about a job.");
        }
    }

    private static ModelIncident Offer(ModelIncident incident, int number, ModelUnit unit, AssignmentRole role)
    {
        RequireWaiting(incident);
        RequireMayDo(incident, unit.IsPolice, role);
        return (incident with { Jobs = incident.Jobs.Add(new(number, unit.IsPolice, role, AssignmentState.Offered)) }).Told("AssignmentOffered");
    }

    private static ModelIncident End(ModelIncident incident, int number, AssignmentState to) => Ended(incident, Move(incident, number, to), to);

    // Where a clear settles it, BOAs are called back before it is known whether anybody is still wanted: what is handled did not return first.
    private static ModelIncident Ended(ModelIncident before, ModelIncident after, AssignmentState how)
    {
        if (how is AssignmentState.Cleared) return WhenLast(before, SettleBoas(before, after, how), how);
        var left = WhenLast(before, after, how);
        return Return(left, SettleBoas(before, left, how));
    }

    // 3.1: the last active assignment, cleared where there is an outcome, makes it Handled. However else one ends (3.2: "old incident to Pending"; C-37: a loan taken back
    // returns it at once) somebody is still wanted there: it waits, and says so when it did not before.
    private static ModelIncident WhenLast(ModelIncident before, ModelIncident after, AssignmentState how)
    {
        if (how is AssignmentState.Cleared && after is { HasActive: false, Outcomes: > 0 }) return HandleWhenAlone(after);
        return Return(before, after);
    }

    // C-14, C-40: when the police leave what is theirs alone, BOAs on their way are called back and those on scene no longer count, unless the police did the job.
    private static ModelIncident SettleBoas(ModelIncident before, ModelIncident after, AssignmentState how)
    {
        if (after.Type != Fight || !before.HasPoliceLead || after.HasPoliceLead || after.Phase is not IncidentPhase.Open) return after;
        var isDone = how is AssignmentState.Cleared && after.Outcomes > 0;
        var left = after;
        for (var number = 0; number < after.Jobs.Count; number++)
            if (after.Jobs[number] is { IsActive: true, IsPolice: false, State: var state })
                left = state is not AssignmentState.OnScene ? Move(left, number, AssignmentState.Withdrawn) : isDone ? left : StayAsHelp(left, number);
        return left;
    }

    private static ModelIncident StayAsHelp(ModelIncident incident, int number)
    {
        var helping = incident;
        if (incident.Jobs[number] is { Role: AssignmentRole.Primary } leading)
            helping = (incident with { Jobs = incident.Jobs.SetItem(number, leading with { Role = AssignmentRole.Backup }) }).Told("AssignmentRoleChanged");
        return incident.HasPoliceLead ? helping : (helping with { IsLeft = true }).Told("AssignmentLeadLost");
    }

    private static ModelIncident Move(ModelIncident incident, int number, AssignmentState to)
    {
        var job = incident.Jobs[number];
        Require(Follows(job.State, to), "TRANSITION_NOT_ALLOWED");
        return (incident with { Jobs = incident.Jobs.SetItem(number, job with { State = to, Told = null }) }).Seen().Told("Assignment" + to);
    }

    private static bool Follows(AssignmentState from, AssignmentState to) => to switch
    {
        AssignmentState.Accepted or AssignmentState.Declined or AssignmentState.Expired => from is AssignmentState.Offered,
        AssignmentState.EnRoute => from is AssignmentState.Accepted,
        AssignmentState.OnScene => from is AssignmentState.Accepted or AssignmentState.EnRoute,
        AssignmentState.Withdrawn => from <= AssignmentState.OnScene,
        _ => from is AssignmentState.Accepted or AssignmentState.EnRoute or AssignmentState.OnScene,
    };

    // C-14, C-40: a BOA helps at what is the police's alone, once they have accepted, and never leads it.
    private static void RequireMayDo(ModelIncident incident, bool isPolice, AssignmentRole role) =>
        Require(incident.Type != Fight || isPolice || (role is AssignmentRole.Backup && incident.HasPoliceLead), "UNIT_MAY_NOT_LEAD");

    private static bool IsUrgent(ModelIncident incident) => incident.Priority is 1 or 2 && incident.Phase is not (IncidentPhase.Handled or IncidentPhase.Closed or IncidentPhase.Cancelled);
}
