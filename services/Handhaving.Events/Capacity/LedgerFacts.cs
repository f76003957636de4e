namespace Handhaving.Events.Capacity;

/// <summary>Strength dropped below what is promised, or below the waterline.</summary>
/// <param name="Owner">Team or municipality whose people they are.</param>
/// <param name="Function">Code of the function.</param>
/// <param name="Missing">The most people that are missing in one block of a quarter of an hour.</param>
/// <param name="Sequence">Place among what one report of strength brought about, from 1.</param>
public sealed record CapacityDropped(string Owner, string Function, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Missing, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>The minimum that stays for basic care (waterlijn) changed over a stretch of time.</summary>
/// <param name="Owner">Team or municipality whose people they are.</param>
/// <param name="Function">Code of the function.</param>
/// <param name="Minimum">Fewest people that stay; blocks that had fewer already are left as they were when a decision lowers it.</param>
/// <param name="Decision">Resource name of the decision that lowered it; empty when somebody raised it.</param>
/// <param name="Sequence">Always 1: each change is told once.</param>
public sealed record WaterlineChanged(string Owner, string Function, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Minimum, string Decision, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;
