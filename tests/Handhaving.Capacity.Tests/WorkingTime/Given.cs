using System.Globalization;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Tests.WorkingTime;

/// <summary>Shifts by local time, as a planner states them.</summary>
internal static class Given
{
    public static readonly EmployeeId Person = new("e-1");

    public static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return DutchClock.At(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
    }

    public static DateTimeOffset At(int day, double hour) => At("2026-06-01").AddDays(day).AddHours(hour);

    /// <summary>A shift by its hours from midnight of a day from Monday 1 June 2026 on, with a break of 45 minutes in its middle.</summary>
    public static WorkShift Shift(int day, double from, double until) => Shift(At(day, from), At(day, until), 45);

    public static WorkShift Shift(DateTimeOffset start, DateTimeOffset end, double breakMinutes)
    {
        var middle = start + (end - start) / 2;
        return new(new(start, end), breakMinutes > 0 ? [new(middle, middle.AddMinutes(breakMinutes))] : [], ShiftKind.Planned);
    }

    public static WorkShift Credited(int day, double hours) => new(new(At(day, 9), At(day, 9 + hours)), [], ShiftKind.Credited);

    public static IReadOnlyList<WorkingTimeFinding> Judge(params IReadOnlyList<WorkShift> shifts) => Judge(WorkingTimeRules.Statutory, shifts);

    public static IReadOnlyList<WorkingTimeFinding> Judge(WorkingTimeRules rules, IReadOnlyList<WorkShift> shifts) =>
        new WorkingTimeJudge(rules).Judge(Person, shifts, new Interval(shifts.Min(shift => shift.Time.Start), shifts.Max(shift => shift.Time.End)));

    public static IEnumerable<(string Rule, FindingKind Kind, double Measured)> Told(this IReadOnlyList<WorkingTimeFinding> findings) =>
        findings.Select(finding => (finding.RuleId, finding.Kind, Math.Round(finding.Measured, 4)));

    public static WorkingTimeRules Agreed(string id) =>
        WorkingTimeRules.Statutory with { Rules = [.. WorkingTimeRules.Statutory.Rules.Select(rule => rule.Id == id ? rule with { Agreed = true } : rule)] };
}
