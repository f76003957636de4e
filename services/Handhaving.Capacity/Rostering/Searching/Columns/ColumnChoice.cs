using Google.OrTools.Sat;
using Handhaving.Capacity.Rostering.Searching.Constraints;

namespace Handhaving.Capacity.Rostering.Searching.Columns;

/// <summary>Chooses one row for each person out of many, by CP-SAT.</summary>
internal sealed class ColumnChoice : IConstraintProgram
{
    private readonly IReadOnlyList<RowColumn> columns;
    private readonly List<BoolVar> chosen = [];

    /// <param name="rows">The roster to start from; its rows are among the columns.</param>
    public ColumnChoice(SearchTables tables, IReadOnlyList<RowColumn> columns, int[][] rows)
    {
        this.columns = columns;
        var cost = LinearExpr.NewBuilder();
        foreach (var column in columns)
        {
            var variable = Model.NewBoolVar("");
            Model.AddHint(variable, column.Row.AsSpan().SequenceEqual(rows[column.Employee]));
            cost.AddTerm(variable, column.Cost);
            chosen.Add(variable);
        }
        foreach (var own in Enumerable.Range(0, columns.Count).GroupBy(at => columns[at].Employee)) Model.AddExactlyOne(own.Select(at => chosen[at]));
        for (var day = tables.History; day < tables.Days; day++)
            for (var kind = 0; kind < tables.Kinds; kind++) AddCover(tables, day, kind, cost);
        Model.Minimize(cost);
    }

    public CpModel Model { get; } = new();

    public int[][] RowsWith(Func<BoolVar, bool> holds) =>
        [.. Enumerable.Range(0, columns.Count).Where(at => holds(chosen[at])).OrderBy(at => columns[at].Employee).Select(at => columns[at].Row.ToArray())];

    private void AddCover(SearchTables tables, int day, int kind, LinearExprBuilder cost)
    {
        var target = tables.Cover[day, kind];
        var (under, over) = (Model.NewIntVar(0, target.Wanted, ""), Model.NewIntVar(0, tables.Employees, ""));
        Model.Add(LinearExpr.Sum(Enumerable.Range(0, columns.Count).Where(at => columns[at].Row[day] == kind).Select(at => chosen[at])) + under - over == target.Wanted);
        cost.AddTerm(under, target.UnderWeight);
        cost.AddTerm(over, target.OverWeight);
    }
}
