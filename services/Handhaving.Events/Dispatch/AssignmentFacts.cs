namespace Handhaving.Events.Dispatch;

/// <summary>An incident was offered to a unit.</summary>
/// <param name="Assignment">Resource name.</param>
/// <param name="Sequence">Place in the history of the incident.</param>
public sealed record AssignmentOffered(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt, DateTimeOffset ExpiresAt) : IDispatchFact;

/// <summary>A unit accepted an offer.</summary>
public sealed record AssignmentAccepted(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit declined an offer.</summary>
public sealed record AssignmentDeclined(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>An offer was not answered in time.</summary>
public sealed record AssignmentExpired(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit went under way.</summary>
public sealed record AssignmentEnRoute(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit arrived.</summary>
public sealed record AssignmentOnScene(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit was done.</summary>
public sealed record AssignmentCleared(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt, string? Disposition) : IDispatchFact;

/// <summary>A dispatcher took an assignment back.</summary>
public sealed record AssignmentWithdrawn(string Assignment, string Incident, string Owner, string Unit, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;
