namespace Handhaving.Events.Dispatch;

/// <summary>An incident was set aside until a moment.</summary>
/// <param name="Incident">Resource name.</param>
/// <param name="Kind"><c>Schedule</c> or <c>Review</c>.</param>
public sealed record IncidentHeld(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, string Kind, DateTimeOffset Until) : IDispatchFact;

/// <summary>An incident that was set aside goes on, by hand or because its time came.</summary>
public sealed record IncidentReleased(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A question went to the reporter; the incident waits for the answer until a moment.</summary>
public sealed record ReporterAsked(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, DateTimeOffset Until) : IDispatchFact;

/// <summary>The reporter answered.</summary>
public sealed record ReporterAnswered(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>An incident was cancelled; its units were called back.</summary>
public sealed record IncidentCancelled(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>An ended incident goes on in a new episode.</summary>
/// <param name="Episode">Number of the working period, from 2.</param>
public sealed record IncidentReopened(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, string Type, int Episode) : IDispatchFact;
