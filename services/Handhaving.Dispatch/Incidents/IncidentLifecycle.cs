using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Types;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access.Fields;

namespace Handhaving.Dispatch.Incidents;

/// <summary>From the report to the end, and back: what people at a desk decide about an incident itself.</summary>
public sealed partial record Incident
{
    private const string CanaryType = "canary";
    private const int MostPlaces = 20, MostOutcomes = 20; // a message carries an incident whole, and each act writes it whole

    /// <summary>Waits for a unit at once when it is complete, else for somebody who classifies it.</summary>
    public static Incident Report(IncidentName name, string number, Report report, Act act)
    {
        IncidentRules.RequireReportTime(report.ReportedAt, act.At);
        IncidentRules.PlaceUnknown.Require(!report.Place.IsKnown || report.LocationUnknownReason.IsBlank());
        IncidentRules.NotEmpty.Require(report.Place.IsKnown || report.IsComplete || !report.Description.IsBlank());
        var incident = new Incident
        {
            Name = name, Number = number, Source = report.Source, Type = report.Type, Kind = report.Kind, Priority = report.Priority, PriorityReason = report.PriorityReason,
            Place = report.Place, Description = report.Description, Cautions = report.Cautions, ReportedAt = report.ReportedAt ?? act.At, CreatedAt = act.At, UpdatedAt = act.At,
            LocationUnknownReason = report.LocationUnknownReason, Version = 0, Phase = IncidentPhase.Received,
        };
        return incident.Then(report.IsComplete ? incident with { Phase = IncidentPhase.Open } : incident, act,
            sequence => new IncidentReceived(name.Value, name.Municipality, sequence, act.At, number, report.Type, report.Priority, report.Source.ToString(), incident.ReportedAt) { Area = report.Place.Area?.District });
    }

    /// <summary>A marked incident: closed from the start, so that nothing can be done with it.</summary>
    public static Incident Canary(IncidentName name, Act act)
    {
        var canary = new Incident
        {
            Name = name, Number = $"{CanaryType}-{name.Id}", Source = IncidentSource.Sensor, Type = CanaryType, Priority = 5, PriorityReason = "", Place = Place.Nowhere,
            Description = "", ReportedAt = act.At, CreatedAt = act.At, UpdatedAt = act.At, Version = 0, Phase = IncidentPhase.Closed,
        };
        return canary.Then(canary, act, sequence => new CanarySent(name.Value, name.Municipality, sequence, act.At));
    }

    /// <summary>Says what it is; what came in incomplete waits for a unit from then on. A place is needed, or the reason why there is none.</summary>
    /// <param name="isPolicesAlone">Whether what it is now is the police's alone: a BOA who stands there without them still does.</param>
    public Incident Classify(Classification said, bool isPolicesAlone, Act act)
    {
        RequireOpen();
        var place = said.Place ?? Place;
        IncidentRules.PlaceUnknown.Require(!place.IsKnown || said.LocationUnknownReason.IsBlank());
        var unknown = said.LocationUnknownReason.IsBlank() ? LocationUnknownReason : said.LocationUnknownReason;
        IncidentRules.PlaceOrReason.Require(place.IsKnown || !unknown.IsBlank(), ("number", Number));
        var classified = this with
        {
            Type = said.Type, Kind = said.Kind, Priority = said.Priority, PriorityReason = said.PriorityReason.Length == 0 && said.Priority == Priority ? PriorityReason : said.PriorityReason, Place = place, Cautions = said.Cautions ?? Cautions,
            LocationUnknownReason = place.IsKnown ? "" : unknown, PreviousPlaces = PlacesBefore(place),
            Phase = Phase is IncidentPhase.Received ? IncidentPhase.Open : Phase, Hold = Phase is IncidentPhase.AwaitingReporter && Hold is { } hold ? hold with { Former = IncidentPhase.Open } : Hold,
        };
        var weighed = said.Type == Type || isPolicesAlone ? classified : classified.Without(IncidentSignal.LeadLost); // whoever no longer fits is called back
        return Then(weighed, act, sequence => new IncidentClassified(Name.Value, Name.Municipality, sequence, act.At, said.Type, said.Priority) { Area = place.Area?.District });
    }

    public Incident Reprioritise(int priority, Act act)
    {
        RequireOpen();
        IncidentRules.OtherPriority.Require(priority != Priority, ("number", Number), ("priority", $"{priority}"));
        return Then(this with { Priority = priority, PriorityReason = act.Text ?? "" }, act,
            sequence => new IncidentReprioritised(Name.Value, Name.Municipality, sequence, act.At, Priority, priority));
    }

    /// <summary>To another place in its municipality; the one before is kept.</summary>
    public Incident MoveTo(Place place, Act act)
    {
        RequireOpen();
        IncidentRules.OtherPlace.Require(place != Place, ("number", Number));
        return Then(this with { Place = place, LocationUnknownReason = "", PreviousPlaces = PlacesBefore(place) }, act,
            sequence => new IncidentMoved(Name.Value, Name.Municipality, sequence, act.At) { Area = place.Area?.District });
    }

    /// <summary>A remark, in any state; its text stands in the history alone.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">OCCUR_TIME_TOO_OLD.</exception>
    public Incident Note(Act act)
    {
        OccurRules.RequireRecent(act);
        return Then(this, act, sequence => new NotePosted(Name.Value, Name.Municipality, sequence, act.OccurredAt));
    }

    /// <summary>Set aside until a planned moment or until it is looked at again.</summary>
    public Incident SetAside(Hold hold, Act act)
    {
        RequireWaiting();
        IncidentRules.Waiting.Require(!HasActive, ("number", Number), ("state", State.ToString()));
        IncidentRules.RequireHoldTime(hold.Until, act.At);
        var phase = hold.Kind is HoldKind.Schedule ? IncidentPhase.Scheduled : IncidentPhase.OnHold;
        return Then(this with { Phase = phase, Hold = hold with { Former = Phase } }, act,
            sequence => new IncidentHeld(Name.Value, Name.Municipality, sequence, act.At, hold.Kind.ToString(), hold.Until));
    }

    public Incident AskReporter(Hold hold, Act act)
    {
        RequireOpen();
        IncidentRules.NotSetAside.Require(Phase is IncidentPhase.Received or IncidentPhase.Open, ("number", Number), ("state", State.ToString()));
        IncidentRules.Waiting.Require(!HasActive, ("number", Number), ("state", State.ToString()));
        IncidentRules.RequireHoldTime(hold.Until, act.At);
        return Then(this with { Phase = IncidentPhase.AwaitingReporter, Hold = hold with { Former = Phase } }, act,
            sequence => new ReporterAsked(Name.Value, Name.Municipality, sequence, act.At, hold.Until));
    }

    public Incident TakeAnswer(Act act)
    {
        IncidentRules.Held.Require(Phase is IncidentPhase.AwaitingReporter, ("number", Number), ("state", State.ToString()));
        return Then(this with { Phase = Hold?.Former ?? IncidentPhase.Open, Hold = null }, act, sequence => new ReporterAnswered(Name.Value, Name.Municipality, sequence, act.At));
    }

    /// <summary>Taken up again, by hand or because its time has come.</summary>
    public Incident Release(Act act)
    {
        IncidentRules.Held.Require(Hold is not null, ("number", Number), ("state", State.ToString()));
        return Then(this with { Phase = Hold?.Former ?? IncidentPhase.Open, Hold = null }, act, sequence => new IncidentReleased(Name.Value, Name.Municipality, sequence, act.At));
    }

    /// <summary>Its time has come: taken up again, with a signal until somebody acts on it.</summary>
    public Incident EndHold(Act act)
    {
        var ended = Release(act with { Text = Hold?.Kind switch
        {
            HoldKind.Schedule => "Het geplande moment is bijna daar",
            HoldKind.Review => "Het moment om opnieuw te kijken is er",
            HoldKind.Reporter => "De melder heeft niet op tijd geantwoord",
            _ => null,
        } });
        return ended with { Signals = [.. ended.Without(IncidentSignal.HoldEnded).Signals, IncidentSignal.HoldEnded] };
    }

    /// <summary>Whatever units are on it are called back.</summary>
    public Incident Cancel(Act act)
    {
        RequireNotEnded();
        var alone = Assignments.Where(assignment => assignment.IsActive).Aggregate(this, (incident, assignment) => incident.TakeBack(assignment.Name, act));
        return alone.Then(alone with { Phase = IncidentPhase.Cancelled, Hold = null }, act, sequence => new IncidentCancelled(Name.Value, Name.Municipality, sequence, act.At));
    }

    /// <summary>A new episode that waits for a unit, or for somebody who classifies what never was; nothing of the old one goes on ticking.</summary>
    /// <param name="kind">What it turned out to be; null = what it was.</param>
    public Incident Reopen(IncidentType? kind, Act act)
    {
        IncidentRules.Ended.Require(Phase is IncidentPhase.Handled or IncidentPhase.Closed, ("number", Number), ("state", State.ToString()));
        var again = this with { Type = kind?.Code ?? Type, Kind = kind is null ? Kind : kind.Kept, Episode = Episode + 1, Dispositions = [], Outcomes = [], Signals = [], HandledAt = null, PendingSince = null, Waited = TimeSpan.Zero };
        var reopened = again with { Phase = again.IsClassified ? IncidentPhase.Open : IncidentPhase.Received };
        return Then(reopened, act, sequence => new IncidentReopened(Name.Value, Name.Municipality, sequence, act.At, reopened.Type, reopened.Episode));
    }

    /// <summary>Settled without a unit, or an outcome added while units are still on it.</summary>
    public Incident RecordDisposition(Disposition outcome, Act act)
    {
        RequireOpen();
        IncidentRules.NotSetAside.Require(Phase is IncidentPhase.Received or IncidentPhase.Open, ("number", Number), ("state", State.ToString()));
        IncidentRules.RoomForOutcome.Require(Dispositions.Count < MostOutcomes, ("number", Number), ("most", $"{MostOutcomes}"));
        var settled = Then(this with { Dispositions = [.. Dispositions, outcome.Code], Outcomes = [.. Outcomes, outcome], Phase = IncidentPhase.Open }, act,
            sequence => new DispositionRecorded(Name.Value, Name.Municipality, sequence, act.At, outcome.Code));
        return settled.HandleWhenAlone(act);
    }

    public Incident Close(Act act)
    {
        RequireNotEnded();
        IncidentRules.Handled.Require(Phase is IncidentPhase.Handled, ("number", Number), ("state", State.ToString()));
        return Then(this with { Phase = IncidentPhase.Closed }, act, sequence => new IncidentClosed(Name.Value, Name.Municipality, sequence, act.At));
    }

    private void RequireNotEnded() => IncidentRules.NotEnded.Require(Phase is not (IncidentPhase.Closed or IncidentPhase.Cancelled), ("number", Number), ("state", State.ToString()));

    private void RequireOpen()
    {
        IncidentRules.NotCancelled.Require(Phase is not IncidentPhase.Cancelled, ("number", Number));
        IncidentRules.Open.Require(IsOpen, ("number", Number), ("state", State.ToString()));
    }

    /// <summary>Units can be asked for it: it is classified, and not ended or set aside.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INCIDENT_NOT_OPEN, INCIDENT_CANCELLED, INCIDENT_NOT_CLASSIFIED, INCIDENT_SET_ASIDE.</exception>
    public void RequireWaiting()
    {
        RequireOpen();
        IncidentRules.Classified.Require(Phase is not IncidentPhase.Received && IsClassified, ("number", Number));
        IncidentRules.NotSetAside.Require(Phase is IncidentPhase.Open, ("number", Number), ("state", State.ToString()));
    }

    // All of them are in the history.
    private IReadOnlyList<Place> PlacesBefore(Place next) => Place.IsKnown && next != Place ? [.. PreviousPlaces.TakeLast(MostPlaces - 1), Place] : PreviousPlaces;
}
