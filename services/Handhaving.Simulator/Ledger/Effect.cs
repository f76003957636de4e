namespace Handhaving.Simulator.Ledger;

/// <summary>What an accepted call leaves behind on the platform: a kind of timeline entry, on what, by which unit.</summary>
public readonly record struct Effect(string Kind, string Subject, string Unit = "")
{
    /// <summary>A report exists; the subject is its mark.</summary>
    public const string Reported = "IncidentReceived";

    /// <summary>Steps of an incident that people at a desk take, as the timeline names them.</summary>
    public const string Closed = "IncidentClosed", Cancelled = "IncidentCancelled", Held = "IncidentHeld", Released = "IncidentReleased", Reopened = "IncidentReopened",
        Settled = "DispositionRecorded";

    /// <summary>Steps of an assignment, as the timeline names them.</summary>
    public const string Offered = "AssignmentOffered", Accepted = "AssignmentAccepted", Declined = "AssignmentDeclined",
        EnRoute = "AssignmentEnRoute", OnScene = "AssignmentOnScene", Cleared = "AssignmentCleared", Withdrawn = "AssignmentWithdrawn";

    /// <summary>An assignment that ended for something more urgent; the incident is the one that it left.</summary>
    public const string Preempted = "AssignmentPreempted";

    /// <summary>What a unit did, by its name: on duty with our radio, off duty again, its last position there.</summary>
    public const string SignedOn = "UnitSignedOn", SignedOff = "UnitSignedOff", PositionTaken = "PositionTaken";

    /// <summary>All steps that are held against the timeline.</summary>
    public static IReadOnlySet<string> Steps { get; } =
        new HashSet<string> { Closed, Cancelled, Held, Released, Reopened, Settled, Offered, Accepted, Declined, EnRoute, OnScene, Cleared, Withdrawn, Preempted };
}

/// <summary>The incident as an accepted call left it: the board must show it at least as new as this.</summary>
public readonly record struct Change(string Incident, DateTimeOffset UpdateTime);
