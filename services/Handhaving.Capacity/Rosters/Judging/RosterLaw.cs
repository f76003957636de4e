using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>Judges shifts over their whole length: powers, presence, no overlap, and the working-time law with all that somebody works before and after.</summary>
public static class RosterLaw
{
    private static readonly string Trainee = StrengthCauses.CodeOf(LayerCause.Trainee);

    /// <returns>By time.</returns>
    public static IReadOnlyList<RosterFinding> Findings(DutyRoster roster, KnownDuties known) =>
        [.. roster.Shifts.GroupBy(shift => shift.Officer).SelectMany(shifts => Of(roster, known, shifts.Key, [.. shifts])).OrderBy(finding => finding.Time.Start).ThenBy(finding => finding.Officer.Value, StringComparer.Ordinal)];

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">ROSTER_BREAKS_LAW, naming the first of them.</exception>
    public static void Require(IEnumerable<RosterFinding> findings)
    {
        const int Named = 10;
        var breaches = findings.Where(finding => finding.IsBreach).ToList();
        DutyRosterRules.Lawful.Require(breaches.Count == 0, ("count", $"{breaches.Count}"),
            ("breaches", string.Join("; ", breaches.Take(Named).Select(breach => $"{breach.Rule} {breach.Officer.Id} {breach.Time.Start.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}"))),
            ("breachesLabel", string.Join(" ", breaches.Take(Named).Select(breach => $"{breach.Officer.Id}: {breach.Dutch}"))));
    }

    private static IEnumerable<RosterFinding> Of(DutyRoster roster, KnownDuties known, OfficerName name, List<PlannedShift> shifts)
    {
        if (!known.Officers.TryGetValue(name, out var officer))
        {
            foreach (var shift in shifts) yield return NotLent(shift);
            yield break;
        }
        foreach (var finding in shifts.SelectMany(shift => Gaps(known, officer, shift))) yield return finding;
        var (apart, overlaps) = Apart(shifts, [.. known.Elsewhere[name]]);
        foreach (var shift in overlaps) yield return RosterFinding.Plain(FindingSeverity.Breach, "overlap", shift, $"De dienst van {DutchClock.Say(shift.Time.Start)} begint voordat een andere is afgelopen.");
        foreach (var rules in known.Terms.WorkingTime)
            foreach (var finding in new WorkingTimeJudge(rules).Judge(new(name.Value), apart, roster.Time).Where(finding => rules.Owns(finding.RuleId)))
                yield return RosterFinding.Of(finding, rules, finding.Kind is FindingKind.Breach ? FindingSeverity.Breach : FindingSeverity.ExceptionUsed, name);
        if (Hours(roster, officer, shifts) is { } hours) yield return hours;
    }

    private static IEnumerable<RosterFinding> Gaps(KnownDuties known, Officer officer, PlannedShift shift) =>
        Candidate.Of(officer, known.Powers[shift.Function], shift.Time).Gaps.Select(gap =>
            RosterFinding.Plain(gap.Cause == Trainee ? FindingSeverity.Warning : FindingSeverity.Breach, gap.Cause, shift with { Time = shift.Time with { Start = gap.At } }, gap.Dutch));

    // The loan was withdrawn altogether, so that the person is not known here any more.
    private static RosterFinding NotLent(PlannedShift shift) => RosterFinding.Plain(FindingSeverity.Breach, "not-lent", shift, "Is in deze dienst niet (de hele tijd) uitgeleend aan deze gemeente.");

    // What overlaps is told once and left out of what is judged further. What was worked stands in the place of what was planned then; who is still at work goes on as planned.
    private static (List<WorkShift> Apart, List<PlannedShift> Overlaps) Apart(List<PlannedShift> shifts, List<WorkShift> elsewhere)
    {
        List<WorkShift> apart = [];
        foreach (var work in elsewhere.OrderBy(work => work.Kind is not ShiftKind.Worked).ThenBy(work => work.Time.Start).Where(work => !apart.Exists(other => Overlap(other.Time, work.Time)))) apart.Add(work);
        List<PlannedShift> overlaps = [];
        foreach (var shift in shifts.OrderBy(shift => shift.Time.Start))
        {
            var meanwhile = apart.Where(other => Overlap(other.Time, shift.Time)).ToList();
            if (meanwhile.Count == 0) apart.Add(shift.Work);
            else if (meanwhile.Exists(other => other.Kind is not ShiftKind.Worked)) overlaps.Add(shift);
            else if (meanwhile.Find(other => other.IsRunning) is { } running) apart[apart.IndexOf(running)] = GoesOn(running, shift);
        }
        return (apart, overlaps);
    }

    private static WorkShift GoesOn(WorkShift running, PlannedShift shift) => running.Time.End >= shift.Time.End
        ? running
        : new(new(running.Time.Start, shift.Time.End), shift.Work.Breaks, ShiftKind.Worked) { IsRunning = true };

    private static bool Overlap(Interval one, Interval other) => one.Start < other.End && other.Start < one.End;

    private static RosterFinding? Hours(DutyRoster roster, Officer officer, List<PlannedShift> shifts)
    {
        var weeks = (roster.LastDay.DayNumber - roster.FirstDay.DayNumber + 1) / 7.0;
        var contract = officer.Details.Contracts.Where(contract => contract.Touches(roster.Time)).Select(contract => contract.WeeklyHours).DefaultIfEmpty(0).Max();
        var perWeek = shifts.Sum(shift => (shift.Time.End - shift.Time.Start).TotalHours - shift.BreakMinutes / 60.0) / Math.Max(1, weeks);
        return perWeek <= contract ? null : new()
        {
            Severity = FindingSeverity.Warning, Rule = "contract-hours", Officer = officer.Name, Time = roster.Time, Measured = Math.Round(perWeek, 2), Limit = contract, Unit = "hours",
            Dutch = $"Gemiddeld {DutchClock.Say(perWeek)} uur per week, volgens het contract {DutchClock.Say(contract)}.",
        };
    }
}
