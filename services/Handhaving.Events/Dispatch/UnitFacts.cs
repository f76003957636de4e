namespace Handhaving.Events.Dispatch;

/// <summary>A unit came on duty.</summary>
/// <param name="Owner">Municipality or team whose unit it is.</param>
/// <param name="Sequence">Rises with each fact of the unit.</param>
public sealed record UnitSignedOn(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt, IReadOnlyList<string> Crew) : IDispatchFact;

/// <summary>A unit went off duty.</summary>
public sealed record UnitSignedOff(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit on duty does something else by its own word; the reason stays with dispatch.</summary>
/// <param name="Activity"><c>Available</c>, <c>Patrolling</c>, <c>Break</c> or <c>OutOfService</c>.</param>
public sealed record UnitActivityChanged(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt, string Activity) : IDispatchFact;

/// <summary>A unit asks for the desk's attention; what it wrote stays with dispatch.</summary>
/// <param name="Kind"><c>Speech</c>, <c>SpeechUrgent</c> or <c>IncidentReport</c>.</param>
public sealed record UnitSpeechRequested(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt, string Kind) : IDispatchFact;

/// <summary>The desk answered all that a unit asked.</summary>
public sealed record UnitSpeechAnswered(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A unit's duty got another, later end.</summary>
public sealed record UnitDutyExtended(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt, DateTimeOffset EndsAt) : IDispatchFact;
