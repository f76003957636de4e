namespace Handhaving.Events.Capacity;

/// <summary>Capacity is held for a case until a time, or held for longer.</summary>
/// <param name="Reservation">Resource name.</param>
/// <param name="Owner">Municipality of the case.</param>
/// <param name="CaseId">The case, as its own system names it.</param>
/// <param name="CaseVersion">Version of the case, from 1.</param>
/// <param name="Missing">People that were asked and are not held, where the case asked for what there is; 0 when all are.</param>
public sealed record ReservationHeld(string Reservation, string Owner, string CaseId, int CaseVersion, DateTimeOffset HoldUntil, int Missing, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>What was held is promised.</summary>
public sealed record ReservationConfirmed(string Reservation, string Owner, string CaseId, int CaseVersion, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>A case asked for what is not there; the reservation says what stands in the way.</summary>
public sealed record ReservationRejected(string Reservation, string Owner, string CaseId, int CaseVersion, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>A hold ended before it was confirmed.</summary>
public sealed record ReservationExpired(string Reservation, string Owner, string CaseId, int CaseVersion, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>Capacity was given back, or a later version of the case took its place.</summary>
public sealed record ReservationReleased(string Reservation, string Owner, string CaseId, int CaseVersion, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>A case asked for what is not all there; what is there is held until a time, and somebody must decide about the rest.</summary>
public sealed record ReservationAwaitsDecision(string Reservation, string Owner, string CaseId, int CaseVersion, DateTimeOffset HoldUntil, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>Part of what was asked is promised.</summary>
/// <param name="Decision">Resource name of the decision that says so; empty when the case asked for what there is.</param>
public sealed record ReservationPartlyConfirmed(string Reservation, string Owner, string CaseId, int CaseVersion, string Decision, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>What was promised or held made place for another case.</summary>
/// <param name="Decision">Resource name of the decision that says so.</param>
public sealed record ReservationDisplaced(string Reservation, string Owner, string CaseId, int CaseVersion, string Decision, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;
