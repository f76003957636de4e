namespace Handhaving.Events.Capacity;

/// <summary>More is asked or promised than there is, and it must be decided; told to the owner of the blocks and to each municipality with a case on them.</summary>
/// <param name="Conflict">Resource name; whose blocks they are stands in it.</param>
/// <param name="Owner">Who is told.</param>
/// <param name="Reservation">The request that is short; empty when strength dropped.</param>
/// <param name="Sequence">Place among those that are told, from 1.</param>
public sealed record ConflictRaised(string Conflict, string Owner, string Reservation, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>The driehoek, or a municipality about its BOAs, decided, and it is carried out; told to the owner of the blocks, to each municipality whose case it changes, and to each owner whose people a case loses by it.</summary>
/// <param name="Decision">Resource name.</param>
/// <param name="Conflict">Resource name of what it is about.</param>
/// <param name="Owner">Who is told.</param>
/// <param name="Option">What was decided, for example Approve.</param>
/// <param name="Sequence">Place among those that are told, from 1.</param>
public sealed record TriangleDecided(string Decision, string Conflict, string Owner, string Option, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;
