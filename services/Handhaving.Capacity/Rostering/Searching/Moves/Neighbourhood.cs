namespace Handhaving.Capacity.Rostering.Searching.Moves;

/// <summary>Which part of the roster CP-SAT may change in one step: some people over the whole period, or everybody over some days. It grows while nothing is won.</summary>
internal sealed class Neighbourhood(SearchTables tables, SearchDice dice)
{
    private const int TriesPerSize = 6;
    private const double Growth = 1.5;

    private double size = 3;
    private int failures;

    /// <summary>The next part is the whole roster: its optimum is the optimum.</summary>
    public bool IsWhole => size >= tables.Employees && size >= tables.Days;

    public Func<int, int, bool> Next()
    {
        if (IsWhole) return (_, _) => true;
        var (people, days) = ((int)Math.Min(size, tables.Employees), (int)Math.Min(size, tables.Days));
        if (dice.Below(2) == 0)
        {
            var chosen = dice.Order(tables.Employees).Take(people).ToHashSet();
            return (employee, _) => chosen.Contains(employee);
        }
        var start = dice.Below(tables.Days - days + 1);
        return (_, day) => day >= start && day < start + days;
    }

    public void Learn(bool improved)
    {
        failures = improved ? 0 : failures + 1;
        if (failures < TriesPerSize) return;
        (size, failures) = (size * Growth, 0);
    }
}
