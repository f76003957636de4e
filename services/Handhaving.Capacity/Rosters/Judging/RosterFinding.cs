using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>How heavy a finding is.</summary>
public enum FindingSeverity { Breach = 1, ExceptionUsed, Warning }

/// <summary>Something that stands against a shift.</summary>
/// <param name="Rule">Id of the rule of working time, cause of a gap in powers or presence, or <c>overlap</c>, <c>not-lent</c>, <c>contract-hours</c>, <c>rest-after-work</c>.</param>
/// <param name="Article">Empty where it rests on none.</param>
/// <param name="Measured">In the unit of the limit; both 0 where nothing is measured.</param>
/// <param name="Dutch">What to tell a planner.</param>
public sealed record RosterFinding(FindingSeverity Severity, string Rule, string Article, OfficerName Officer, Interval Time, double Measured, double Limit, string Unit, string Dutch)
{
    public static RosterFinding Plain(FindingSeverity severity, string rule, PlannedShift shift, string dutch) => new(severity, rule, "", shift.Officer, shift.Time, 0, 0, "", dutch);

    public bool IsBreach => Severity is FindingSeverity.Breach;
}
