using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Replanning;

/// <summary>One person's day that differs from the published roster; null = free.</summary>
/// <param name="WithinNotice">The day lies before the first open day: consent was given, or the person cannot work it any more.</param>
public sealed record RosterChange(EmployeeName Employee, int Day, ShiftKindName? Before, ShiftKindName? After, bool WithinNotice);
