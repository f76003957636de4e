using Google.OrTools.Sat;

namespace Handhaving.Capacity.Rostering.Searching.Constraints;

/// <summary>
/// The problem for CP-SAT: a literal per person, day and kind. Only free cells may change; a person without a free cell counts in the cover and needs no rules.
/// </summary>
internal sealed class ConstraintModel : IConstraintProgram
{
    private readonly SearchTables tables;
    private readonly int[][] rows;
    private readonly BoolVar?[,,] cells;
    private readonly LinearExprBuilder cost = LinearExpr.NewBuilder();

    /// <param name="rows">The roster around the free cells; the free cells start from it where <paramref name="hint"/> says so.</param>
    public ConstraintModel(SearchTables tables, int[][] rows, Func<int, int, bool> free, bool hint)
    {
        (this.tables, this.rows) = (tables, rows);
        cells = new BoolVar[tables.Employees, tables.Days, tables.Kinds];
        Moving = [.. Enumerable.Range(0, tables.Employees).Where(e => Enumerable.Range(0, tables.Days).Any(d => free(e, d)))];
        foreach (var employee in Moving) AddRow(employee, free, hint);
        for (var day = tables.History; day < tables.Days; day++)
            for (var kind = 0; kind < tables.Kinds; kind++) AddCover(day, kind);
        Model.Minimize(cost);
    }

    public CpModel Model { get; } = new();

    private IReadOnlyList<int> Moving { get; }

    /// <summary>The whole roster with the free cells as <paramref name="holds"/> tells.</summary>
    public int[][] RowsWith(Func<BoolVar, bool> holds)
    {
        var found = rows.Select(row => row.ToArray()).ToArray();
        foreach (var employee in Moving)
            for (var day = 0; day < tables.Days; day++)
                found[employee][day] = Enumerable.Range(0, tables.Kinds).FirstOrDefault(k => cells[employee, day, k] is { } cell && holds(cell), Roster.Free);
        return found;
    }

    private void AddRow(int employee, Func<int, int, bool> free, bool hint)
    {
        var works = new BoolVar[tables.Days];
        for (var day = 0; day < tables.Days; day++)
        {
            works[day] = Model.NewBoolVar("");
            for (var kind = 0; kind < tables.Kinds; kind++)
                if (free(employee, day) ? tables.Allows(employee, day, kind) : rows[employee][day] == kind) cells[employee, day, kind] = AddCell(employee, day, kind, hint);
            var freeCost = tables.CellCost(employee, day, Roster.Free);
            cost.Add(freeCost);
            Model.Add(LinearExpr.Sum(CellsOf(employee, day)) == works[day]);
            if (!free(employee, day)) Model.Add(works[day] == (rows[employee][day] >= 0 ? 1 : 0));
            else if (!tables.Allows(employee, day, Roster.Free)) Model.Add(works[day] == 1);
        }
        AddRests(employee);
        new ConstraintRow(Model, tables, employee, works).AddRules(kind => [.. Enumerable.Range(tables.History, tables.Days - tables.History).Select(d => cells[employee, d, kind]).OfType<BoolVar>()]);
    }

    private BoolVar AddCell(int employee, int day, int kind, bool hint)
    {
        var cell = Model.NewBoolVar("");
        if (hint) Model.AddHint(cell, rows[employee][day] == kind);
        cost.AddTerm(cell, tables.CellCost(employee, day, kind) - tables.CellCost(employee, day, Roster.Free));
        return cell;
    }

    private IEnumerable<BoolVar> CellsOf(int employee, int day) => Enumerable.Range(0, tables.Kinds).Select(k => cells[employee, day, k]).OfType<BoolVar>();

    private void AddRests(int employee)
    {
        for (var day = 1; day < tables.Days; day++)
            for (var before = 0; before < tables.Kinds; before++)
                for (var after = 0; after < tables.Kinds; after++)
                    if (!tables.Follows[before, after] && cells[employee, day - 1, before] is { } first && cells[employee, day, after] is { } second)
                        Model.AddBoolOr([first.Not(), second.Not()]);
    }

    private void AddCover(int day, int kind)
    {
        var target = tables.Cover[day, kind];
        var stays = Enumerable.Range(0, tables.Employees).Except(Moving).Count(e => rows[e][day] == kind);
        var moving = Moving.Select(e => cells[e, day, kind]).OfType<BoolVar>().ToList();
        var (under, over) = (Model.NewIntVar(0, target.Wanted, ""), Model.NewIntVar(0, tables.Employees, ""));
        Model.Add(LinearExpr.Sum(moving) + under - over == target.Wanted - stays);
        cost.AddTerm(under, target.UnderWeight);
        cost.AddTerm(over, target.OverWeight);
    }
}
