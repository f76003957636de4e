using System.Diagnostics;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Gaps;

/// <summary>Lists the open shifts of a roster with their reasons: each person is tried on the shift as the roster stands.</summary>
public static class OpenShifts
{
    public static IReadOnlyList<OpenShift> Of(RosterProblem problem, Roster roster)
    {
        RosterRules.SameSize.Require(roster.Employees == problem.Employees.Count && Enumerable.Range(0, roster.Employees).All(e => roster[e].Count == problem.Period.Days));
        return [.. problem.Cover.OrderBy(c => c.Day).Where(c => Missing(problem, roster, c) > 0).Select(c => Explain(problem, roster, c))];
    }

    private static int Missing(RosterProblem problem, Roster roster, CoverTarget cover) =>
        cover.Wanted - Enumerable.Range(0, roster.Employees).Count(e => roster[e][cover.Day] == problem.PlaceOf(cover.Kind));

    private static OpenShift Explain(RosterProblem problem, Roster roster, CoverTarget cover)
    {
        var qualified = Enumerable.Range(0, roster.Employees).Where(e => !Excluded(problem.Employees[e], cover).Contains(ExclusionReason.NotQualified)).ToList();
        var reasons = qualified.GroupBy(e => Reason(problem, roster, e, cover)).ToDictionary(g => g.Key, g => g.Count());
        return new(cover.Day, cover.Kind, Missing(problem, roster, cover), qualified.Count, reasons) { NotQualified = roster.Employees - qualified.Count };
    }

    private static IEnumerable<ExclusionReason> Excluded(RosterEmployee employee, CoverTarget cover) =>
        employee.Exclusions.Where(x => x.Day == cover.Day && (x.Kind is null || x.Kind == cover.Kind)).Select(x => x.Reason);

    private static GapReason Reason(RosterProblem problem, Roster roster, int place, CoverTarget cover)
    {
        var (employee, kind) = (problem.Employees[place], problem.PlaceOf(cover.Kind));
        if (roster[place][cover.Day] == kind) return GapReason.Here;
        foreach (var reason in Excluded(employee, cover)) return Of(reason);
        if (roster[place][cover.Day] != Roster.Free) return GapReason.OtherShift;
        if (employee.Pins.Any(p => p.Day == cover.Day)) return GapReason.Pinned;
        var tried = roster.With(place, cover.Day, kind);
        var before = new RowJudge(problem, employee, roster[place]).Breaches().ToHashSet();
        var added = new RowJudge(problem, employee, tried[place]).Breaches().FirstOrDefault(b => !before.Contains(b));
        return added is null ? GapReason.DearerElsewhere : Of(added.Kind);
    }

    private static GapReason Of(ExclusionReason reason) => reason switch
    {
        ExclusionReason.NoAppointment => GapReason.NoAppointment,
        ExclusionReason.OutsideTerritory => GapReason.OutsideTerritory,
        ExclusionReason.Leave => GapReason.Leave,
        ExclusionReason.Absent => GapReason.Absent,
        ExclusionReason.NightExempt => GapReason.NightExempt,
        ExclusionReason.Rest => GapReason.Rest,
        _ => throw new UnreachableException($"{reason}"),
    };

    private static GapReason Of(BreachKind breach) => breach switch
    {
        BreachKind.RestTooShort or BreachKind.RunTooLong or BreachKind.RunTooShort or BreachKind.FreeTooShort => GapReason.Rest,
        BreachKind.TooManyMinutes or BreachKind.TooFewMinutes or BreachKind.TooManyShifts => GapReason.Hours,
        BreachKind.TooManyWeekends => GapReason.Weekends,
        _ => throw new UnreachableException($"{breach}"),
    };
}
