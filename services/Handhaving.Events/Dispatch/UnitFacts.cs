namespace Handhaving.Events.Dispatch;

/// <summary>A unit came on duty.</summary>
/// <param name="Owner">Municipality or team whose unit it is.</param>
/// <param name="Sequence">Rises with each fact of the unit.</param>
public sealed record UnitSignedOn(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt, IReadOnlyList<string> Crew) : IDispatchFact;

/// <summary>A unit went off duty.</summary>
public sealed record UnitSignedOff(string Unit, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;
