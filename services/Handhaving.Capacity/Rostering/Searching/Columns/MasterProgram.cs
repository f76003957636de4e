using Google.OrTools.LinearSolver;

namespace Handhaving.Capacity.Rostering.Searching.Columns;

/// <summary>The linear program that mixes rows: of each person rows that add up to one, the cover by what is short and over. Its dual prices say what another row must save.</summary>
internal sealed class MasterProgram : IDisposable
{
    private readonly SearchTables tables;
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly Constraint[] once;
    private readonly Constraint?[,] cover;

    public MasterProgram(SearchTables tables)
    {
        this.tables = tables;
        once = [.. Enumerable.Range(0, tables.Employees).Select(_ => solver.MakeConstraint(1, 1))];
        cover = new Constraint?[tables.Days, tables.Kinds];
        for (var day = tables.History; day < tables.Days; day++)
            for (var kind = 0; kind < tables.Kinds; kind++) AddCover(day, kind);
        solver.Objective().SetMinimization();
    }

    public double Cost => solver.Objective().Value();

    /// <summary>Steps of the simplex method since the start.</summary>
    public long Iterations { get; private set; }

    public void Add(RowColumn column)
    {
        var share = Variable(column.Cost);
        once[column.Employee].SetCoefficient(share, 1);
        for (var day = tables.History; day < tables.Days; day++)
            if (column.Row[day] is >= 0 and var kind) cover[day, kind]?.SetCoefficient(share, 1);
    }

    /// <summary>False when the program cannot be solved.</summary>
    public bool Solve()
    {
        var status = solver.Solve();
        Iterations += solver.Iterations();
        return status is Solver.ResultStatus.OPTIMAL;
    }

    /// <summary>Prices of a person's cells by day and kind (free first): the wishes less what the cover gives for them.</summary>
    public double[,] PricesOf(int employee)
    {
        var prices = new double[tables.Days, tables.Kinds + 1];
        for (var day = 0; day < tables.Days; day++)
            for (var kind = Roster.Free; kind < tables.Kinds; kind++)
                prices[day, kind + 1] = tables.CellCost(employee, day, kind) - (kind < 0 ? 0 : cover[day, kind]?.DualValue() ?? 0);
        return prices;
    }

    /// <summary>What the cheapest mix pays for a row of this person.</summary>
    public double PaidTo(int employee) => once[employee].DualValue();

    public void Dispose() => solver.Dispose();

    private void AddCover(int day, int kind)
    {
        var target = tables.Cover[day, kind];
        var constraint = cover[day, kind] = solver.MakeConstraint(target.Wanted, target.Wanted);
        constraint.SetCoefficient(Variable(target.UnderWeight), 1);
        constraint.SetCoefficient(Variable(target.OverWeight), -1);
    }

    private Variable Variable(double cost)
    {
        var variable = solver.MakeNumVar(0, double.PositiveInfinity, "");
        solver.Objective().SetCoefficient(variable, cost);
        return variable;
    }
}
