namespace Handhaving.Events.Dispatch;

/// <summary>A marked incident is on its way, to see whether facts still flow; it counts for nothing else.</summary>
/// <param name="Incident">Resource name, which no operator sees.</param>
public sealed record CanarySent(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;
