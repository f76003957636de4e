using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>A problem as arrays by place, for the inner loops of a search.</summary>
internal sealed class SearchTables
{
    private readonly bool[,,] allowed;
    private readonly long[,,] cellCost;

    public SearchTables(RosterProblem problem)
    {
        (Problem, Days, History) = (problem, problem.Period.Days, problem.Period.HistoryDays);
        (Employees, Kinds) = (problem.Employees.Count, problem.Kinds.Count);
        Minutes = [.. problem.Kinds.Select(k => k.Minutes)];
        Limits = [.. problem.Employees.Select(e => e.Limits)];
        MostShifts = [.. Limits.Select(l => problem.Kinds.Select(k => l.MostShifts.GetValueOrDefault(k.Name, int.MaxValue)).ToArray())];
        Follows = new bool[Kinds, Kinds];
        Cover = new CoverTarget[Days, Kinds];
        (allowed, cellCost) = (new bool[Employees, Days, Kinds + 1], new long[Employees, Days, Kinds + 1]);
        FillFollows();
        FillCover();
        for (var employee = 0; employee < Employees; employee++) FillAllowed(employee);
        foreach (var wish in problem.Wishes) FillCost(wish);
    }

    public RosterProblem Problem { get; }
    public int Days { get; }
    public int History { get; }
    public int Employees { get; }
    public int Kinds { get; }
    public int[] Minutes { get; }
    public WorkLimits[] Limits { get; }
    public int[][] MostShifts { get; }

    /// <summary>By kind and kind of the day after: whether that is enough rest.</summary>
    public bool[,] Follows { get; }

    public CoverTarget[,] Cover { get; }

    /// <summary>Whether exclusions and pins let the cell hold the kind, or <see cref="Roster.Free"/>.</summary>
    public bool Allows(int employee, int day, int kind) => allowed[employee, day, kind + 1];

    public long CellCost(int employee, int day, int kind) => cellCost[employee, day, kind + 1];

    public long CoverCost(int day, int kind, int working)
    {
        var cover = Cover[day, kind];
        return working < cover.Wanted ? (long)(cover.Wanted - working) * cover.UnderWeight : (long)(working - cover.Wanted) * cover.OverWeight;
    }

    private void FillFollows()
    {
        for (var before = 0; before < Kinds; before++)
            for (var after = 0; after < Kinds; after++)
                Follows[before, after] = !Problem.Kinds[before].NotTheNextDay.Contains(Problem.Kinds[after].Name);
    }

    private void FillCover()
    {
        for (var day = 0; day < Days; day++)
            for (var kind = 0; kind < Kinds; kind++)
                Cover[day, kind] = new(day, Problem.Kinds[kind].Name, 0, 0, 0);
        foreach (var cover in Problem.Cover) Cover[cover.Day, Problem.PlaceOf(cover.Kind)] = cover;
    }

    private void FillAllowed(int employee)
    {
        for (var day = 0; day < Days; day++)
            for (var kind = Roster.Free; kind < Kinds; kind++) allowed[employee, day, kind + 1] = true;
        foreach (var exclusion in Problem.Employees[employee].Exclusions)
            for (var kind = 0; kind < Kinds; kind++)
                if (exclusion.Kind is not { } only || Problem.PlaceOf(only) == kind) allowed[employee, exclusion.Day, kind + 1] = false;
        foreach (var pin in Problem.Employees[employee].Pins)
            for (var kind = Roster.Free; kind < Kinds; kind++)
                if (kind != (pin.Kind is { } stays ? Problem.PlaceOf(stays) : Roster.Free)) allowed[employee, pin.Day, kind + 1] = false;
    }

    private void FillCost(ShiftWish wish)
    {
        var (employee, wished) = (Problem.PlaceOf(wish.Employee), Problem.PlaceOf(wish.Kind));
        for (var kind = Roster.Free; kind < Kinds; kind++)
            if (kind == wished != (wish.Wish == WishKind.Work)) cellCost[employee, wish.Day, kind + 1] += wish.Weight;
    }
}
