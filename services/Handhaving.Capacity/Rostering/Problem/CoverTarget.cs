namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>How many people one kind of shift wants on one day; a soft wish, a shift may stay open.</summary>
/// <param name="UnderWeight">Cost of each person too few; the higher the priority of the driehoek, the higher.</param>
/// <param name="OverWeight">Cost of each person too many.</param>
public sealed record CoverTarget(int Day, ShiftKindName Kind, int Wanted, int UnderWeight, int OverWeight);
