namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>Refuses a problem with unknown names, days outside the period, numbers that make no sense, or pins that contradict each other.</summary>
internal static class ProblemCheck
{
    public static void Require(RosterProblem problem)
    {
        foreach (var kind in problem.Kinds) Require(problem, kind);
        foreach (var employee in problem.Employees) Require(problem, employee);
        foreach (var cover in problem.Cover) Require(problem, cover);
        foreach (var wish in problem.Wishes) Require(problem, wish);
        var twice = problem.Cover.GroupBy(c => (c.Day, c.Kind)).FirstOrDefault(g => g.Count() > 1);
        RosterRules.Once.Require(twice is null, ("name", $"{twice?.Key.Kind} on day {twice?.Key.Day}"));
    }

    private static void Require(RosterProblem problem, ShiftKind kind)
    {
        Sensible(kind.Minutes > 0, kind.Name.Value);
        foreach (var follower in kind.NotTheNextDay) problem.PlaceOf(follower);
    }

    private static void Require(RosterProblem problem, RosterEmployee employee)
    {
        var limits = employee.Limits;
        Sensible(limits.Minutes.Fewest >= 0 && limits.Minutes.Fewest <= limits.Minutes.Most, employee.Name.Value);
        Sensible(limits.Run.Fewest >= 1 && limits.Run.Fewest <= limits.Run.Most, employee.Name.Value);
        Sensible(limits.ShortestFree >= 1 && limits.MostWeekends >= 0 && limits.MostShifts.Values.All(m => m >= 0), employee.Name.Value);
        foreach (var kind in limits.MostShifts.Keys) problem.PlaceOf(kind);
        foreach (var exclusion in employee.Exclusions) Require(problem, exclusion.Day, exclusion.Kind);
        foreach (var pin in employee.Pins) Require(problem, pin.Day, pin.Kind);
        var days = employee.Pins.Select(p => p.Day).ToHashSet();
        RosterRules.Once.Require(days.Count == employee.Pins.Count, ("name", $"a pin of {employee.Name}"));
        RosterRules.HistoryPinned.Require(Enumerable.Range(0, problem.Period.HistoryDays).All(days.Contains), ("name", employee.Name.Value));
    }

    private static void Require(RosterProblem problem, CoverTarget cover)
    {
        Require(problem, cover.Day, cover.Kind);
        Sensible(cover is { Wanted: >= 0, UnderWeight: >= 0, OverWeight: >= 0 }, $"{cover.Kind} on day {cover.Day}");
    }

    private static void Require(RosterProblem problem, ShiftWish wish)
    {
        Require(problem, wish.Day, wish.Kind);
        problem.PlaceOf(wish.Employee);
        Sensible(wish.Weight >= 0, wish.Employee.Value);
    }

    private static void Require(RosterProblem problem, int day, ShiftKindName? kind)
    {
        RosterRules.InPeriod.Require(problem.Period.Holds(day), ("day", $"{day}"));
        if (kind is { } name) problem.PlaceOf(name);
    }

    private static void Sensible(bool holds, string name) => RosterRules.Number.Require(holds, ("name", name));
}
