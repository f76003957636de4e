using Google.OrTools.Sat;
using Handhaving.Capacity.Rostering.Searching.Constraints;

namespace Handhaving.Capacity.Rostering.Searching.Columns;

/// <summary>
/// Whole rows by column generation (Dantzig and Wolfe, 1960; for rosters Burke and Curtois, 2014): a linear program mixes rows and prices what another must save, until none saves anything. Its cost bounds every roster from
/// below; CP-SAT chooses among its rows, and then among all rows that a cheaper roster could still have.
/// </summary>
internal sealed class ColumnSearch(SearchTables tables, SearchLimit limit, CancellationToken cancellation)
{
    private const long MostSteps = 20_000_000; // of all people together; four bytes each
    private const int MostRows = 60_000;
    private const double StepSeconds = 3e-9;
    private const double BuildSeconds = 1e-7;
    private const double IterationSeconds = 1e-5;
    private const double Rounding = 1e-6;

    private readonly Dictionary<(int Employee, string Row), RowColumn> pool = [];
    private readonly List<RowGraph> graphs = [];
    private IReadOnlyList<PricedRows> priced = [];
    private double bound = double.NegativeInfinity;

    /// <summary>Work done, in deterministic seconds.</summary>
    public double Spent { get; private set; }

    private double Left => cancellation.IsCancellationRequested ? 0 : limit.DeterministicSeconds - Spent;

    /// <summary>Tells each roster that it finds.</summary>
    /// <param name="best">The cheapest roster so far, also after each one told.</param>
    /// <returns>True when no roster is cheaper than the best: proven.</returns>
    public bool Run(Func<(int[][] Rows, long Cost)> best, Action<int[][]> found)
    {
        if (!Build()) return false;
        for (var employee = 0; employee < tables.Employees; employee++) Keep(employee, best().Rows[employee]);
        Generate();
        if (IsProven(best().Cost)) return true;
        if (Left > 0) Choose([.. pool.Values], best().Rows, found);
        if (IsProven(best().Cost)) return true;
        return Left > 0 && Within(best().Cost - 1 - bound) is { } all && Choose(WithBest(all, best().Rows), best().Rows, found) is CpSolverStatus.Optimal;
    }

    private bool Build()
    {
        long steps = 0;
        for (var employee = 0; employee < tables.Employees && tables.Kinds > 0 && Left > 0; employee++)
        {
            if (RowGraph.Of(tables, employee, MostSteps - steps, cancellation) is not { } graph) return false;
            graphs.Add(graph);
            steps += graph.Steps;
            Spent += graph.Steps * BuildSeconds;
        }
        return graphs.Count == tables.Employees && Left > 0;
    }

    private void Generate()
    {
        using var master = new MasterProgram(tables);
        foreach (var column in pool.Values) master.Add(column);
        for (var isNew = true; isNew && Left > 0;)
        {
            var before = master.Iterations;
            if (!master.Solve()) return;
            List<PricedRows> round = [.. graphs.Select((graph, employee) => PricedRows.Of(graph, master.PricesOf(employee), master.PaidTo(employee)))];
            var lower = master.Cost + round.Sum(one => Math.Min(0, one.Saves));
            if (lower > bound) (bound, priced) = (lower, round);
            List<RowColumn> added = [.. round.Select((one, employee) => one.Saves < -Rounding ? Keep(employee, graphs[employee].Rows(one.Prices, one.Least + Rounding).First()) : null).OfType<RowColumn>()];
            foreach (var column in added) master.Add(column);
            isNew = added.Count > 0;
            Spent += graphs.Sum(graph => graph.Steps) * StepSeconds + (master.Iterations - before) * IterationSeconds;
        }
    }

    private bool IsProven(long cost) => cost - 1 < bound - Rounding;

    private RowColumn? Keep(int employee, int[] row)
    {
        var column = RowColumn.Of(tables, employee, row);
        return pool.TryAdd((employee, string.Join(',', row)), column) ? column : null;
    }

    // A row that costs more than this above the cheapest of its person is in no roster that is cheaper than the best.
    private List<RowColumn>? Within(double gap)
    {
        List<RowColumn> found = [];
        for (var employee = 0; employee < priced.Count; employee++)
        {
            graphs[employee].Price(priced[employee].Prices);
            foreach (var row in graphs[employee].Rows(priced[employee].Prices, priced[employee].Least + gap + Rounding))
            {
                if (found.Count == MostRows || cancellation.IsCancellationRequested) return null;
                found.Add(RowColumn.Of(tables, employee, row));
            }
        }
        return found;
    }

    private List<RowColumn> WithBest(List<RowColumn> all, int[][] rows) =>
        [.. all, .. rows.Select((row, employee) => RowColumn.Of(tables, employee, row)).Where(own => !all.Exists(column => column.Employee == own.Employee && column.Row.AsSpan().SequenceEqual(own.Row)))];

    private CpSolverStatus Choose(IReadOnlyList<RowColumn> columns, int[][] rows, Action<int[][]> found)
    {
        var run = new ConstraintRun(new ColumnChoice(tables, columns, rows), cancellation);
        var status = run.Solve(limit with { DeterministicSeconds = Left }, found);
        Spent += run.Spent;
        return status;
    }

    /// <param name="Least">What the cheapest row costs at the prices.</param>
    /// <param name="Saves">By how much that is above what the mix pays for a row; below zero = the row makes the mix cheaper.</param>
    private sealed record PricedRows(double[,] Prices, double Least, double Saves)
    {
        public static PricedRows Of(RowGraph graph, double[,] prices, double paid)
        {
            var least = graph.Price(prices);
            return new(prices, least, least - paid);
        }
    }
}
