using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Judging;

/// <summary>The hard rules of one person's row, each as plainly as the rule is written.</summary>
internal sealed class RowJudge(RosterProblem problem, RosterEmployee employee, IReadOnlyList<int> row)
{
    private readonly WorkLimits limits = employee.Limits;
    private readonly int first = problem.Period.HistoryDays;

    public IEnumerable<RosterBreach> Breaches()
    {
        var unknown = Days().Where(d => row[d] != Roster.Free && (row[d] < 0 || row[d] >= problem.Kinds.Count)).Select(d => Breach(BreachKind.UnknownShift, d)).ToList();
        return unknown.Count > 0 ? unknown : [.. Fixed(), .. Rests(), .. Rows(), .. Totals(), .. Weekends()];
    }

    private IEnumerable<int> Days() => Enumerable.Range(0, row.Count);

    private ShiftKind? On(int day) => row[day] == Roster.Free ? null : problem.Kinds[row[day]];

    private IEnumerable<RosterBreach> Fixed()
    {
        var excluded = employee.Exclusions.Where(x => On(x.Day) is { } kind && (x.Kind is null || x.Kind == kind.Name)).Select(x => x.Day).Distinct();
        var moved = employee.Pins.Where(p => On(p.Day)?.Name != p.Kind).Select(p => p.Day);
        return [.. excluded.Select(d => Breach(BreachKind.Excluded, d)), .. moved.Select(d => Breach(BreachKind.PinMoved, d))];
    }

    private IEnumerable<RosterBreach> Rests() => Days().Skip(1)
        .Where(d => On(d - 1) is { } before && On(d) is { } after && before.NotTheNextDay.Contains(after.Name))
        .Select(d => Breach(BreachKind.RestTooShort, d));

    private IEnumerable<RosterBreach> Rows()
    {
        for (int start = 0, end; start < row.Count; start = end)
        {
            var works = On(start) is not null;
            for (end = start + 1; end < row.Count && On(end) is not null == works; end++) { }
            var (length, inside) = (end - start, start > 0 && end < row.Count);
            if (works && length > limits.Run.Most) yield return Breach(BreachKind.RunTooLong, start, length, limits.Run.Most);
            if (works && inside && length < limits.Run.Fewest) yield return Breach(BreachKind.RunTooShort, start, length, limits.Run.Fewest);
            if (!works && inside && length < limits.ShortestFree) yield return Breach(BreachKind.FreeTooShort, start, length, limits.ShortestFree);
        }
    }

    private IEnumerable<RosterBreach> Totals()
    {
        var worked = Days().Where(d => d >= first).Select(On).OfType<ShiftKind>().ToList();
        var minutes = worked.Sum(k => k.Minutes);
        if (minutes > limits.Minutes.Most) yield return Breach(BreachKind.TooManyMinutes, first, minutes, limits.Minutes.Most);
        if (minutes < limits.Minutes.Fewest) yield return Breach(BreachKind.TooFewMinutes, first, minutes, limits.Minutes.Fewest);
        foreach (var (kind, most) in limits.MostShifts)
        {
            var shifts = worked.Count(k => k.Name == kind);
            if (shifts > most) yield return Breach(BreachKind.TooManyShifts, first, shifts, most);
        }
    }

    private IEnumerable<RosterBreach> Weekends()
    {
        var weekends = Days().Where(d => d >= first && d % 7 >= 5 && On(d) is not null).Select(d => d / 7).Distinct().Count();
        if (weekends > limits.MostWeekends) yield return Breach(BreachKind.TooManyWeekends, first, weekends, limits.MostWeekends);
    }

    private RosterBreach Breach(BreachKind kind, int day, int measured = 0, int limit = 0) => new(kind, employee.Name, day, measured, limit);
}
