namespace Handhaving.Events.Capacity;

/// <summary>Strength dropped below what is promised.</summary>
/// <param name="Owner">Team or municipality whose people they are.</param>
/// <param name="Function">Code of the function.</param>
/// <param name="Missing">The most people that are missing in one block of a quarter of an hour.</param>
/// <param name="Sequence">Place among what one report of strength brought about, from 1.</param>
public sealed record CapacityDropped(string Owner, string Function, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Missing, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;
