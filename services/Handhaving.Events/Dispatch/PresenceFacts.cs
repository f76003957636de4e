namespace Handhaving.Events.Dispatch;

/// <summary>How long units were in a district in an hour that is over: a number, and of no unit or person anything.</summary>
/// <param name="Owner">Municipality.</param>
/// <param name="Area">District as Statistics Netherlands numbers it; the municipality's code where none is known.</param>
/// <param name="Hour">Start of the hour.</param>
/// <param name="BoaMinutes">Minutes of BOAs' units; two units at once count twice.</param>
/// <param name="PoliceMinutes">Minutes of the police's units.</param>
/// <param name="Sequence">Always 1: each hour of a district is told once.</param>
public sealed record PresenceCounted(string Owner, string Area, DateTimeOffset Hour, int BoaMinutes, int PoliceMinutes, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;
