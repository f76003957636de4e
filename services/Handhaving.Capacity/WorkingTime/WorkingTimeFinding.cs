using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>Whether a limit is broken or an exception to it is used up.</summary>
public enum FindingKind { Breach = 1, ExceptionUsed }

/// <summary>One limit of working time that a person's shifts go past.</summary>
/// <param name="Article">Article of the limit, or of the exception that is used.</param>
/// <param name="Time">The shift, rest, series or period it is about, between instants.</param>
/// <param name="Measured">In the unit of the limit, as <paramref name="Limit"/>.</param>
/// <param name="Unit">hours, minutes, shifts or days.</param>
/// <param name="Dutch">What to tell a planner.</param>
public sealed record WorkingTimeFinding(string RuleId, string Article, EmployeeId Person, Interval Time, double Measured, double Limit, string Unit, FindingKind Kind, string Dutch);
