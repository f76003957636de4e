using System.Text.Json.Serialization;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Incidents;

/// <summary>What is dealt with, with the units on it: an immutable value; each act gives the next one and says what happened.</summary>
public sealed record Incident
{
    private const string CanaryType = "canary";

    public required IncidentName Name { get; init; }
    public required string Number { get; init; }
    public required IncidentSource Source { get; init; }
    public required string Type { get; init; }
    public required int Priority { get; init; }
    public required string PriorityReason { get; init; }
    public required Place Place { get; init; }
    public required string Description { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public IncidentPhase Phase { get; init; } = IncidentPhase.Open;
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
    public IReadOnlyList<string> Dispositions { get; init; } = [];
    public int Episode { get; init; } = 1;

    /// <summary>Rises with each act; the etag of the contract.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Place of the last happening in the history.</summary>
    public long Sequence { get; init; }

    /// <summary>A marked incident that watches over the chain; never shown, listed or counted.</summary>
    [JsonIgnore]
    public bool IsCanary => Type == CanaryType;

    /// <summary>What the acts since loading brought about, oldest first; not part of the state.</summary>
    [JsonIgnore]
    public IReadOnlyList<Happening> Happenings { get; init; } = [];

    /// <summary>Follows from phase and assignments: the most advanced active assignment counts.</summary>
    [JsonIgnore]
    public IncidentState State => Phase switch
    {
        IncidentPhase.Open => Assignments.Where(assignment => assignment.IsActive).Select(assignment => assignment.State).DefaultIfEmpty(AssignmentState.Offered).Max() switch
        {
            AssignmentState.Accepted => IncidentState.Assigned,
            AssignmentState.EnRoute => IncidentState.EnRoute,
            AssignmentState.OnScene => IncidentState.OnScene,
            _ => IncidentState.Pending,
        },
        IncidentPhase.Handled => IncidentState.Handled,
        IncidentPhase.Closed => IncidentState.Closed,
        _ => throw new InvalidOperationException($"Phase {Phase} has no state."),
    };

    public static Incident Report(IncidentName name, string number, Report report, Act act)
    {
        var incident = new Incident
        {
            Name = name, Number = number, Source = report.Source, Type = report.Type, Priority = report.Priority, PriorityReason = report.PriorityReason,
            Place = report.Place, Description = report.Description, ReportedAt = report.ReportedAt ?? act.At, CreatedAt = act.At, UpdatedAt = act.At, Version = 0,
        };
        return incident.With(act, sequence => new IncidentReceived(name.Value, name.Municipality, sequence, act.At, number, report.Type, report.Priority, report.Source.ToString(), incident.ReportedAt));
    }

    /// <summary>A marked incident: closed from the start, so that nothing can be done with it.</summary>
    public static Incident Canary(IncidentName name, Act act)
    {
        var canary = new Incident
        {
            Name = name, Number = $"{CanaryType}-{name.Id}", Source = IncidentSource.Sensor, Type = CanaryType, Priority = 5, PriorityReason = "", Place = Place.Nowhere,
            Description = "", ReportedAt = act.At, CreatedAt = act.At, UpdatedAt = act.At, Version = 0, Phase = IncidentPhase.Closed,
        };
        return canary.With(act, sequence => new CanarySent(name.Value, name.Municipality, sequence, act.At));
    }

    public Incident Offer(Guid assignment, UnitOnDuty unit, IncidentType type, TimeSpan validity, Act act)
    {
        IncidentRules.Open.Require(Phase is IncidentPhase.Open, ("number", Number), ("state", State.ToString()));
        AssignmentRules.NotOnItAlready.Require(Assignments.All(other => !other.IsActive || other.Unit != unit.Name), ("unit", unit.CallSign));
        AssignmentRules.RequireFit(unit, type, Name.Tenant, act.At);
        var offer = Assignment.Offer(new AssignmentName(Name, assignment), unit.Name, validity, act);
        return (this with { Assignments = [.. Assignments, offer] }).With(act,
            sequence => new AssignmentOffered(offer.Name.Value, Name.Value, Name.Municipality, unit.Name.Value, sequence, act.At, offer.ExpiresAt), unit.Name);
    }

    public Incident Accept(AssignmentName name, Act act) => Move(name, AssignmentState.Accepted, act,
        (one, sequence) => new AssignmentAccepted(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At));

    public Incident Decline(AssignmentName name, Act act) => Move(name, AssignmentState.Declined, act,
        (one, sequence) => new AssignmentDeclined(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At)).Settle(this, act);

    public Incident Expire(AssignmentName name, Act act) => Move(name, AssignmentState.Expired, act,
        (one, sequence) => new AssignmentExpired(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At)).Settle(this, act);

    public Incident GoEnRoute(AssignmentName name, Act act) => Move(name, AssignmentState.EnRoute, act,
        (one, sequence) => new AssignmentEnRoute(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At));

    public Incident Arrive(AssignmentName name, Act act) => Move(name, AssignmentState.OnScene, act,
        (one, sequence) => new AssignmentOnScene(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At));

    public Incident Withdraw(AssignmentName name, Act act) => Move(name, AssignmentState.Withdrawn, act,
        (one, sequence) => new AssignmentWithdrawn(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At)).Settle(this, act);

    /// <summary>The unit is done. Its last active assignment with an outcome makes the incident handled, without one it waits for a unit again.</summary>
    public Incident Clear(AssignmentName name, string? disposition, Act act)
    {
        var cleared = Move(name, AssignmentState.Cleared, act,
            (one, sequence) => new AssignmentCleared(one.Name.Value, Name.Value, Name.Municipality, one.Unit.Value, sequence, act.At, disposition));
        if (disposition is not null) cleared = cleared with { Dispositions = [.. cleared.Dispositions, disposition] };
        return cleared.Settle(this, act);
    }

    /// <summary>Settled without a unit, or an outcome added while units are still on it.</summary>
    public Incident RecordDisposition(string disposition, Act act)
    {
        IncidentRules.Open.Require(Phase is IncidentPhase.Open, ("number", Number), ("state", State.ToString()));
        return (this with { Dispositions = [.. Dispositions, disposition] })
            .With(act, sequence => new DispositionRecorded(Name.Value, Name.Municipality, sequence, act.At, disposition))
            .HandleWhenAlone(act);
    }

    public Incident Close(Act act)
    {
        IncidentRules.Handled.Require(Phase is IncidentPhase.Handled, ("number", Number), ("state", State.ToString()));
        return (this with { Phase = IncidentPhase.Closed }).With(act, sequence => new IncidentClosed(Name.Value, Name.Municipality, sequence, act.At));
    }

    public Assignment Find(AssignmentName name) =>
        Assignments.FirstOrDefault(assignment => assignment.Name == name) ?? throw new ServiceDefaults.Errors.NotFound(name.Value);

    private Incident Move(AssignmentName name, AssignmentState to, Act act, Func<Assignment, long, object> fact)
    {
        var moved = Find(name).Move(to, act);
        return (this with { Assignments = [.. Assignments.Select(one => one.Name == name ? moved : one)] }).With(act, sequence => fact(moved, sequence), moved.Unit);
    }

    private Incident HandleWhenAlone(Act act) => Assignments.Any(assignment => assignment.IsActive) || Phase is not IncidentPhase.Open
        ? this
        : (this with { Phase = IncidentPhase.Handled }).With(act, sequence => new IncidentHandled(Name.Value, Name.Municipality, sequence, act.At, Dispositions[0]));

    // An outcome once recorded counts for whichever assignment ends last, declined and expired offers too; without one the incident
    // returns when it goes back to pending, not when it never left.
    private Incident Settle(Incident before, Act act)
    {
        if (Dispositions.Count > 0) return HandleWhenAlone(act);
        return before.State is not IncidentState.Pending && State is IncidentState.Pending
            ? With(act, sequence => new IncidentReturned(Name.Value, Name.Municipality, sequence, act.At))
            : this;
    }

    private Incident With(Act act, Func<long, object> fact, UnitName? unit = null)
    {
        var next = Sequence + 1;
        var happening = new Happening(next, fact(next), act, unit);
        return this with { Sequence = next, Version = Version + 1, UpdatedAt = act.At, Happenings = [.. Happenings, happening] };
    }
}
