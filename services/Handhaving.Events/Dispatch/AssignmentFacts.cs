namespace Handhaving.Events.Dispatch;

/// <summary>An incident was offered to a unit.</summary>
/// <param name="Assignment">Resource name.</param>
/// <param name="Sequence">Place in the history of the incident.</param>
public sealed record AssignmentOffered(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt, DateTimeOffset ExpiresAt) : IDispatchFact
{
    /// <summary>Rules of staffing that a supervisor set aside; null when none. Why stands with the assignment.</summary>
    public IReadOnlyList<string>? SetAside { get; init; }
}

/// <summary>A device of a unit shows an offer to its crew.</summary>
public sealed record AssignmentShown(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>A unit accepted an offer.</summary>
public sealed record AssignmentAccepted(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>A unit declined an offer.</summary>
public sealed record AssignmentDeclined(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>An offer was not answered in time.</summary>
public sealed record AssignmentExpired(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit went under way.</summary>
public sealed record AssignmentEnRoute(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>A unit arrived.</summary>
public sealed record AssignmentOnScene(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>A unit takes somebody along; its assignment goes on as it was.</summary>
public sealed record AssignmentTransporting(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>A unit was done.</summary>
public sealed record AssignmentCleared(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt, string? Disposition) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>A dispatcher took an assignment back.</summary>
public sealed record AssignmentWithdrawn(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit could not go on.</summary>
public sealed record AssignmentFailed(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IReportedStep
{
    public string? ReportedBy { get; init; }
}

/// <summary>A unit was taken away for what is more urgent.</summary>
/// <param name="ForIncident">Resource name of the more urgent incident; empty when not everybody may know of that one.</param>
public sealed record AssignmentPreempted(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt, string ForIncident) : IDispatchFact;

/// <summary>The police do not lead, or no longer, what is theirs alone while this BOA is on scene: it stays where it stands, and the incident waits for the police (C-14).</summary>
public sealed record AssignmentLeadLost(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit does something else on the incident than it was sent for: a BOA helps where the police must lead (C-14).</summary>
/// <param name="From"><c>Primary</c> or <c>Backup</c>.</param>
/// <param name="To">The same, since.</param>
public sealed record AssignmentRoleChanged(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt, string From, string To) : IDispatchFact;
