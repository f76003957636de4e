using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Incidents.History;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access.Fields;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Where a report came from.</summary>
public enum IncidentSource { Phone = 1, EmergencyRelay, PublicSpaceReport, CameraDesk, Officer, PoliceRequest, EventDesk, Sensor, AnonymousTip, Burgernet }

/// <summary>State of an incident as users see it.</summary>
public enum IncidentState { Received = 1, Pending, Assigned, EnRoute, OnScene, Handled, Closed, Cancelled, Scheduled, OnHold, AwaitingReporter }

/// <summary>What is stored of the state; the rest follows from the assignments.</summary>
public enum IncidentPhase { Open = 1, Handled, Closed, Received, Scheduled, OnHold, AwaitingReporter, Cancelled }

/// <summary>How an incident is set aside.</summary>
public enum HoldKind { Schedule = 1, Review, Reporter }

/// <summary>What a desk has to look at, besides the state.</summary>
public enum IncidentSignal { LeadLost = 1, HoldEnded }

/// <summary>Why and until when an incident is set aside.</summary>
/// <param name="Due">When it comes back by itself: shortly before a planned moment, else at its end.</param>
/// <param name="Former">What it goes back to.</param>
public sealed record Hold(HoldKind Kind, DateTimeOffset Until, DateTimeOffset Due, string Reason, IncidentPhase Former = IncidentPhase.Open)
{
    /// <summary>Until a moment, and due a while before it. The moment may be any that can be written down: whether it is possible is a rule of the incident.</summary>
    public static Hold Before(HoldKind kind, DateTimeOffset until, TimeSpan lead, string reason) =>
        new(kind, until, until - DateTimeOffset.MinValue < lead ? until : until - lead, reason);
}

/// <summary>What a reporter or colleague told.</summary>
public sealed record Report(IncidentSource Source, string Type, int Priority, string PriorityReason, Place Place, string Description, IReadOnlyList<string> Cautions, DateTimeOffset? ReportedAt)
{
    /// <summary>Its kind, where the municipality made that its own; null = as it ships.</summary>
    public IncidentType? Kind { get; init; }

    /// <summary>Why no place is known.</summary>
    public string LocationUnknownReason { get; init; } = "";

    /// <summary>Says what it is and where, or why that is not known: nobody needs to classify it first.</summary>
    public bool IsComplete => Type.Length > 0 && Priority > 0 && (Place.IsKnown || !LocationUnknownReason.IsBlank());

    /// <summary>From people who are promised that nobody knows them, or from no one person.</summary>
    public bool IsAnonymous => Source is IncidentSource.AnonymousTip or IncidentSource.Sensor;
}

/// <summary>What somebody says an incident is.</summary>
/// <param name="Place">Null = as it is known.</param>
public sealed record Classification(string Type, int Priority, string PriorityReason, Place? Place, string LocationUnknownReason)
{
    /// <summary>Its kind, where the municipality made that its own; null = as it ships.</summary>
    public IncidentType? Kind { get; init; }

    /// <summary>What whoever goes there must know; null = as it is known.</summary>
    public IReadOnlyList<string>? Cautions { get; init; }
}

/// <summary>Who does something, when, and with what remark.</summary>
/// <param name="At">When it is decided: what gives people time to act counts from it.</param>
public sealed record Act(string Actor, DateTimeOffset At, string? Text = null)
{
    /// <summary>When it happened, where that is told later; null = as it is decided.</summary>
    public DateTimeOffset? OccurTime { get; init; }

    /// <summary>When it is recorded, by the clock of the database; null = not asked.</summary>
    public DateTimeOffset? RecordTime { get; init; }

    /// <summary>Who reports a step of a unit; null when it is none.</summary>
    public ReportedBy? By { get; init; }

    /// <summary>The true time: how long something took counts by it.</summary>
    public DateTimeOffset OccurredAt => OccurTime ?? At;

    /// <summary>How a step by this act came in.</summary>
    public StepReport Report => new(By, RecordTime ?? At);

    /// <summary>What the rules make of it, which nobody reported, at the same time.</summary>
    public Act Following => this with { By = null };

    /// <summary>The same, which begins as it is decided.</summary>
    public Act FollowingNow => this with { By = null, OccurTime = null };

    /// <summary>Nobody did it: its time had come.</summary>
    public bool IsOfTime { get; init; }
}

/// <summary>The change that made a version of an incident.</summary>
/// <param name="Version">A replica of before this was kept carries along what it does not know: what it says then is of an older version.</param>
/// <param name="Kind">As the history names it, for example IncidentReprioritised.</param>
public sealed record LastChange(long Version, string Actor, string Kind);

/// <summary>One line of an incident's history together with the fact that is published about it.</summary>
public sealed record Happening(long Sequence, object Fact, Act Act, UnitName? Unit)
{
    public string Kind => Fact.GetType().Name;

    public IReadOnlyList<Change> Changes { get; init; } = [];
}
