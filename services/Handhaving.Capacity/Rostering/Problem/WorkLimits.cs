namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>What one person may work in the period; every limit is hard.</summary>
/// <param name="Minutes">Fewest and most minutes of work in the period, both allowed.</param>
/// <param name="Run">Fewest and most days in a row with a shift; a run that touches an end of the period may be shorter.</param>
/// <param name="ShortestFree">Fewest free days in a row; free days that touch an end of the period may be fewer.</param>
/// <param name="MostWeekends">Most weekends with work on Saturday or Sunday.</param>
/// <param name="MostShifts">Most shifts of a kind in the period; a kind that is not named has no limit.</param>
public sealed record WorkLimits(
    Bounds Minutes, Bounds Run, int ShortestFree, int MostWeekends, IReadOnlyDictionary<ShiftKindName, int> MostShifts);

/// <summary>A fewest and a most, both allowed.</summary>
public readonly record struct Bounds(int Fewest, int Most);
