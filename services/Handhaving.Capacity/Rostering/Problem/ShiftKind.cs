namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>A shift (dienst) that may be worked on any day of the period; a person works at most one a day.</summary>
/// <param name="Minutes">Work in the shift, in minutes.</param>
/// <param name="NotTheNextDay">Kinds that may not be worked on the day after this one: the rest between would be too short.</param>
public sealed record ShiftKind(ShiftKindName Name, int Minutes, IReadOnlySet<ShiftKindName> NotTheNextDay);
