using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>How heavy a finding is.</summary>
public enum FindingSeverity { Breach = 1, ExceptionUsed, Warning }

/// <summary>Something that stands against a shift.</summary>
public sealed record RosterFinding
{
    public required FindingSeverity Severity { get; init; }

    /// <summary>Id of the rule of working time, cause of a gap in powers or presence, or <c>overlap</c>, <c>not-lent</c>, <c>contract-hours</c>, <c>rest-after-work</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Set of rules that it is of, with its version; empty where it is no rule of working time.</summary>
    public string RuleSet { get; init; } = "";
    public string RuleSetVersion { get; init; } = "";

    /// <summary>Empty where it rests on none.</summary>
    public string Article { get; init; } = "";
    public required OfficerName Officer { get; init; }
    public required Interval Time { get; init; }

    /// <summary>In the unit of the limit; both 0 where nothing is measured.</summary>
    public double Measured { get; init; }
    public double Limit { get; init; }
    public string Unit { get; init; } = "";

    /// <summary>What to tell a planner.</summary>
    public required string Dutch { get; init; }

    public static RosterFinding Plain(FindingSeverity severity, string rule, PlannedShift shift, string dutch) =>
        new() { Severity = severity, Rule = rule, Officer = shift.Officer, Time = shift.Time, Dutch = dutch };

    public static RosterFinding Of(WorkingTimeFinding finding, WorkingTimeRules rules, FindingSeverity severity, OfficerName officer) => new()
    {
        Severity = severity, Rule = finding.RuleId, RuleSet = rules.Set, RuleSetVersion = rules.Version, Article = finding.Article, Officer = officer, Time = finding.Time,
        Measured = finding.Measured, Limit = finding.Limit, Unit = finding.Unit, Dutch = rules.IsConfirmed ? finding.Dutch : $"{finding.Dutch} (Regeling {rules.Set} {rules.Version}, nog te controleren.)",
    };

    public bool IsBreach => Severity is FindingSeverity.Breach;
}
