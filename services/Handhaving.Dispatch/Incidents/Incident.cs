using System.Text.Json;
using System.Text.Json.Serialization;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents.History;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Incidents;

/// <summary>What is dealt with, with the units on it: an immutable value; each act gives the next one and says what happened.</summary>
/// <remarks>Its acts stand in <c>IncidentLifecycle.cs</c> (dispatch 3.1) and <c>IncidentAssignments.cs</c> (dispatch 3.2).</remarks>
public sealed partial record Incident
{
    public required IncidentName Name { get; init; }
    public required string Number { get; init; }
    public required IncidentSource Source { get; init; }

    /// <summary>Empty until it is classified.</summary>
    public required string Type { get; init; }

    /// <summary>What that kind was when it was said, where the municipality made it its own; null = as it ships.</summary>
    public IncidentType? Kind { get; init; }

    /// <summary>What people called its kind when it was said; empty until it is classified.</summary>
    [JsonIgnore]
    public string TypeName => Kind?.DisplayName ?? IncidentCatalog.Shipped.NameOf(Type);

    /// <summary>1 = emergency, 5 = lowest; 0 until it is classified.</summary>
    public required int Priority { get; init; }
    public required string PriorityReason { get; init; }
    public required Place Place { get; init; }
    public string LocationUnknownReason { get; init; } = "";
    /// <summary>The last of where it was thought to be before, oldest first.</summary>
    public IReadOnlyList<Place> PreviousPlaces { get; init; } = [];
    public required string Description { get; init; }
    public IReadOnlyList<string> Cautions { get; init; } = [];
    public required DateTimeOffset ReportedAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public IncidentPhase Phase { get; init; } = IncidentPhase.Open;
    public Hold? Hold { get; init; }
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
    public IReadOnlyList<string> Dispositions { get; init; } = [];

    /// <summary>What those are called, as they were when they were recorded; none for those of before this was kept.</summary>
    public IReadOnlyList<Disposition> Outcomes { get; init; } = [];

    /// <summary>What a desk has to look at.</summary>
    public IReadOnlyList<IncidentSignal> Signals { get; init; } = [];

    /// <summary>Working period: one more after each reopening, without the timers of the one before.</summary>
    public int Episode { get; init; } = 1;

    /// <summary>Since when it waits for a unit; null while it does not.</summary>
    public DateTimeOffset? PendingSince { get; init; }

    /// <summary>When that was told, where it was told later; also of a former time.</summary>
    public DateTimeOffset? PendingToldAt { get; init; }

    /// <summary>How long it waited before, in this episode: kept when it returns.</summary>
    public TimeSpan Waited { get; init; }
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>When that was told, where it was told later; also of a former time.</summary>
    public DateTimeOffset? HandledToldAt { get; init; }

    /// <summary>Since when people can look at it as handled.</summary>
    [JsonIgnore]
    public DateTimeOffset? HandledKnownAt => HandledToldAt > HandledAt ? HandledToldAt : HandledAt;

    /// <summary>Rises with each act; the etag of the contract.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Place of the last happening in the history.</summary>
    public long Sequence { get; init; }

    /// <summary>Who changed it last, and how; null for those of before this was kept.</summary>
    public LastChange? LastChange { get; init; }

    /// <summary>What a newer version of this service wrote: kept as it is by one that does not know it.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Newer { get; init; }

    /// <summary>A marked incident that watches over the chain; never shown, listed or counted.</summary>
    [JsonIgnore]
    public bool IsCanary => Type == CanaryType;

    /// <summary>Read only by those who are trusted with tips, and by a crew that is sent to it (dispatch 9). Follows from the source, which no act changes.</summary>
    [JsonIgnore]
    public bool IsRestricted => Source is IncidentSource.AnonymousTip;

    /// <summary>What people call the municipality that it lies in: read beside it, else its code.</summary>
    [JsonIgnore]
    public string MunicipalityName { get => field ?? Name.Municipality; init; }

    /// <summary>Somebody said what it is, how urgent, and where or why that is not known: without all three no unit is sent.</summary>
    [JsonIgnore]
    public bool IsClassified => Type.Length > 0 && Priority > 0 && (Place.IsKnown || LocationUnknownReason.Length > 0);

    /// <summary>Not handled, closed or cancelled.</summary>
    [JsonIgnore]
    public bool IsOpen => Phase is not (IncidentPhase.Handled or IncidentPhase.Closed or IncidentPhase.Cancelled);

    /// <summary>What the acts since loading brought about, oldest first; not part of the state.</summary>
    [JsonIgnore]
    public IReadOnlyList<Happening> Happenings { get; init; } = [];

    /// <summary>Follows from phase and assignments: the most advanced active assignment counts. BOAs without the police that must lead do not: it waits.</summary>
    [JsonIgnore]
    public IncidentState State => Phase switch
    {
        IncidentPhase.Received => IncidentState.Received,
        IncidentPhase.Open when Signals.Contains(IncidentSignal.LeadLost) => IncidentState.Pending,
        IncidentPhase.Open => Assignments.Where(assignment => assignment.IsActive).Select(assignment => assignment.State).DefaultIfEmpty(AssignmentState.Offered).Max() switch
        {
            AssignmentState.Accepted => IncidentState.Assigned,
            AssignmentState.EnRoute => IncidentState.EnRoute,
            AssignmentState.OnScene => IncidentState.OnScene,
            _ => IncidentState.Pending,
        },
        IncidentPhase.Scheduled => IncidentState.Scheduled,
        IncidentPhase.OnHold => IncidentState.OnHold,
        IncidentPhase.AwaitingReporter => IncidentState.AwaitingReporter,
        IncidentPhase.Handled => IncidentState.Handled,
        IncidentPhase.Closed => IncidentState.Closed,
        IncidentPhase.Cancelled => IncidentState.Cancelled,
        _ => throw new InvalidOperationException($"Phase {Phase} has no state."),
    };

    /// <summary>What this incident asks of a unit in a role. The police lead once they took the job; an offer that is still out leads nothing (C-14).</summary>
    /// <param name="allowedEquipment">What a BOA may carry in this municipality.</param>
    public TaskDemand Demand(IncidentType type, AssignmentRole role, IReadOnlySet<string> allowedEquipment) =>
        new(type, Name.Tenant, role, allowedEquipment, HasPoliceLead) { MunicipalityName = MunicipalityName };

    public Assignment Find(AssignmentName name) =>
        Assignments.FirstOrDefault(assignment => assignment.Name == name) ?? throw new ServiceDefaults.Errors.NotFound(name.Value);

    private bool HasActive => Assignments.Any(assignment => assignment.IsActive);

    /// <summary>This incident after a change: with what happened, and with its waiting time.</summary>
    private Incident Then(Incident changed, Act act, Func<long, object> fact, UnitName? unit = null)
    {
        var happening = new Happening(Sequence + 1, fact(Sequence + 1), act, unit);
        happening = happening with { Changes = Changes.Between(this, changed, happening.Fact) };
        var seen = act.IsOfTime ? changed : changed.Without(IncidentSignal.HoldEnded); // whoever acts on it has seen it
        var next = seen with { Sequence = Sequence + 1, Version = Version + 1, LastChange = new(Version + 1, act.Actor, happening.Kind), UpdatedAt = act.At, Happenings = [.. Happenings, happening] };
        return (State is IncidentState.Pending, next.State is IncidentState.Pending) switch
        {
            (true, false) => next with { PendingSince = null, Waited = next.Waited + WaitedUntil(act.OccurredAt) },
            (_, true) when next.PendingSince is null && next.SinceIdle(act) is var since => next with { PendingSince = since.OccurredAt, PendingToldAt = since.OccurTime is null ? null : since.At },
            _ => next,
        };
    }

    // By true times: what ended the waiting may have been before what, as was told meanwhile, began it.
    private TimeSpan WaitedUntil(DateTimeOffset at) => PendingSince is { } since && at > since ? at - since : TimeSpan.Zero;
}
