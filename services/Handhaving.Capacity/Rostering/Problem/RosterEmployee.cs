namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>A person (medewerker) who can be rostered, with the limits and the days that are fixed.</summary>
public sealed record RosterEmployee(
    EmployeeName Name, WorkLimits Limits, IReadOnlyList<Exclusion> Exclusions, IReadOnlyList<PinnedDay> Pins);

/// <summary>A day that stays as it is.</summary>
/// <param name="Kind">The shift that stays; null = the day stays free.</param>
public sealed record PinnedDay(int Day, ShiftKindName? Kind);
