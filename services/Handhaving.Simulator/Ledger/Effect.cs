namespace Handhaving.Simulator.Ledger;

/// <summary>What an accepted call leaves behind on the platform: a kind of timeline entry, on what, by which unit.</summary>
public readonly record struct Effect(string Kind, string Subject, string Unit = "")
{
    /// <summary>A report exists; the subject is its mark.</summary>
    public const string Reported = "IncidentReported";

    /// <summary>An incident is closed; read from its state.</summary>
    public const string Closed = "IncidentClosed";

    /// <summary>Steps of an assignment, as the timeline names them.</summary>
    public const string Offered = "AssignmentOffered", Accepted = "AssignmentAccepted", Declined = "AssignmentDeclined",
        EnRoute = "AssignmentEnRoute", OnScene = "AssignmentOnScene", Cleared = "AssignmentCleared", Withdrawn = "AssignmentWithdrawn";

    /// <summary>All steps of an assignment.</summary>
    public static IReadOnlySet<string> Steps { get; } =
        new HashSet<string> { Offered, Accepted, Declined, EnRoute, OnScene, Cleared, Withdrawn };
}

/// <summary>The incident as an accepted call left it: the board must show it at least as new as this.</summary>
public readonly record struct Change(string Incident, DateTimeOffset UpdateTime);
