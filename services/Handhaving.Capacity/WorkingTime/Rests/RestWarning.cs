using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.WorkingTime.Rests;

/// <summary>The next shift comes too early after what was really worked.</summary>
/// <param name="PlannedStart">When the next shift was to start.</param>
/// <param name="EarliestStart">First lawful start, exceptions used where there are any left.</param>
/// <param name="FullRestStart">First start after which no exception is needed.</param>
/// <param name="Broken">Rules that the planned start breaks.</param>
/// <param name="Dutch">What to tell the planner.</param>
public sealed record RestWarning(EmployeeId Person, DateTimeOffset PlannedStart, DateTimeOffset EarliestStart, DateTimeOffset FullRestStart, IReadOnlyList<WorkingTimeFinding> Broken, string Dutch)
{
    /// <summary>By how much rest falls short.</summary>
    public TimeSpan Missing => EarliestStart - PlannedStart;
}
