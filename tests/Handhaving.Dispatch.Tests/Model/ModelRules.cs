using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>The rules of dispatch 3.1 as the model has them: short, and written apart from the service's own.</summary>
internal static partial class ModelRules
{
    public const string Fight = "assault.fight";
    private static readonly Dictionary<string, string> Teams = new() { ["0888"] = "westelijke-mijnstreek", ["1883"] = "westelijke-mijnstreek", ["0965"] = "brunssum-landgraaf" };

    public static IReadOnlyList<string> Municipalities { get; } = [.. Teams.Keys];

    public static string Team(string municipality) => Teams[municipality];

    /// <summary>The team of a unit, by its name.</summary>
    public static string TeamOf(string unit) => Teams.GetValueOrDefault(unit.Split('/')[1], unit.Split('/')[1]);

    public static ModelVerdict Judge(ModelWorld world, ModelStep step)
    {
        try
        {
            return new(null, Apply(world, step));
        }
        catch (Refused refused)
        {
            return new(refused.Message, world);
        }
    }

    private static ModelWorld Apply(ModelWorld world, ModelStep step) => step.Act switch
    {
        ModelAct.Report => world with { Incidents = world.Incidents.Add(new(step.Municipality, step.Type.Length > 0 ? IncidentPhase.Open : IncidentPhase.Received, step.Type, step.Priority) { IsPlaceless = step.Type.Length == 0 }) },
        ModelAct.Assign => Assign(world, step),
        ModelAct.Preempt => Preempt(world, step),
        ModelAct.SignOn or ModelAct.SignOff => Sign(world, step),
        ModelAct.Expire => Expire(world, step),
        ModelAct.RefuseLoan => RefuseLoan(world, step),
        ModelAct.ExtendDuty => ExtendDuty(world, step),
        ModelAct.ReportCode => ReportCode(world, step),
        ModelAct.HoldEnds => world.Of(step).IsHeld ? Acted(world, step.Incident, Release(world.Of(step))) : world,
        < ModelAct.Assign => Acted(world, step.Incident, ChangeIncident(Seen(world, step), step)),
        _ => Acted(world, step.Job.Incident, Report(world.Incidents[step.Job.Incident], step)),
    };

    private static ModelIncident ChangeIncident(ModelIncident incident, ModelStep step)
    {
        switch (step.Act)
        {
            case ModelAct.Classify:
                return Classify(incident, step);
            case ModelAct.Reprioritise:
                RequireOpen(incident);
                Require(incident.Priority != step.Priority, "PRIORITY_UNCHANGED");
                return (incident with { Priority = step.Priority }).Told("IncidentReprioritised");
            case ModelAct.Hold:
                RequireWaiting(incident);
                Require(!incident.HasActive, "INCIDENT_NOT_PENDING");
                return (incident with { Phase = step.Flag ? IncidentPhase.Scheduled : IncidentPhase.OnHold, Former = IncidentPhase.Open }).Told("IncidentHeld");
            case ModelAct.Release:
                Require(incident.IsHeld, "INCIDENT_NOT_HELD");
                return Release(incident);
            case ModelAct.Outcome:
                RequireOpen(incident);
                Require(incident.Phase is IncidentPhase.Received or IncidentPhase.Open, "INCIDENT_SET_ASIDE");
                Require(incident.Outcomes < 20, "INCIDENT_OUTCOMES_FULL");
                return HandleWhenAlone((incident with { Outcomes = incident.Outcomes + 1, Phase = IncidentPhase.Open }).Told("DispositionRecorded"));
            case ModelAct.Close:
                RequireNotEnded(incident);
                Require(incident.Phase is IncidentPhase.Handled, "INCIDENT_NOT_HANDLED");
                return (incident with { Phase = IncidentPhase.Closed }).Told("IncidentClosed");
            case ModelAct.Cancel:
                RequireNotEnded(incident);
                var alone = Enumerable.Range(0, incident.Jobs.Count).Where(number => incident.Jobs[number].IsActive).Aggregate(incident, (left, number) => Move(left, number, AssignmentState.Withdrawn));
                return (alone with { Phase = IncidentPhase.Cancelled }).Told("IncidentCancelled");
            case ModelAct.Reopen:
                Require(incident.Phase is IncidentPhase.Handled or IncidentPhase.Closed, "INCIDENT_NOT_ENDED");
                return (incident with { Phase = incident.IsClassified ? IncidentPhase.Open : IncidentPhase.Received, Episode = incident.Episode + 1, Outcomes = 0, IsLeft = false }).Told("IncidentReopened");
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.Act, "Not an act on an incident.");
        }
    }

    private static ModelIncident Classify(ModelIncident incident, ModelStep step)
    {
        RequireOpen(incident);
        var classified = (incident with { Type = step.Type, Priority = step.Priority, Phase = incident.Phase is IncidentPhase.Received ? IncidentPhase.Open : incident.Phase, IsLeft = incident.IsLeft && incident.Type == step.Type }).Told("IncidentClassified");
        if (incident.Type == step.Type || step.Type != Fight) return classified;
        var fit = classified;
        for (var number = 0; number < classified.Jobs.Count; number++)
            if (classified.Jobs[number] is { IsActive: true, IsPolice: false } boa)
                fit = boa.State is AssignmentState.OnScene ? StayAsHelp(fit, number)
                    : boa.Role is AssignmentRole.Primary || !fit.HasPoliceLead ? Move(fit, number, AssignmentState.Withdrawn) : fit;
        return Return(classified, fit);
    }

    private static ModelIncident Release(ModelIncident incident) => (incident with { Phase = incident.Former }).Told("IncidentReleased");

    private static ModelIncident HandleWhenAlone(ModelIncident incident) =>
        incident.HasActive || incident.Phase is not IncidentPhase.Open ? incident : (incident with { Phase = IncidentPhase.Handled }).Told("IncidentHandled");

    private static ModelIncident Return(ModelIncident before, ModelIncident after) =>
        before.State is not IncidentState.Pending && after.State is IncidentState.Pending ? after.Told("IncidentReturned") : after;

    private static ModelIncident Seen(ModelWorld world, ModelStep step)
    {
        Require(world.Of(step).Lines.Count == step.Version, "ETAG_MISMATCH");
        return world.Of(step);
    }

    private static ModelWorld Acted(ModelWorld world, int index, ModelIncident incident) => world.With(index, incident with { Acts = incident.Acts + 1 });

    private static void RequireOpen(ModelIncident incident)
    {
        Require(incident.Phase is not IncidentPhase.Cancelled, "INCIDENT_CANCELLED");
        Require(incident.Phase is not (IncidentPhase.Handled or IncidentPhase.Closed), "INCIDENT_NOT_OPEN");
    }

    private static void RequireNotEnded(ModelIncident incident) => Require(incident.Phase is not (IncidentPhase.Closed or IncidentPhase.Cancelled), "INCIDENT_ENDED");

    private static void RequireWaiting(ModelIncident incident)
    {
        RequireOpen(incident);
        Require(incident.IsClassified && incident.Phase is not IncidentPhase.Received, "INCIDENT_NOT_CLASSIFIED");
        Require(incident.Phase is IncidentPhase.Open, "INCIDENT_SET_ASIDE");
    }

    private static void Require(bool holds, string reason)
    {
        if (!holds) throw new Refused(reason);
    }

    private sealed class Refused(string reason) : Exception(reason);
}
