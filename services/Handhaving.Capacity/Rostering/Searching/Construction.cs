using Google.OrTools.Sat;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching.Constraints;
using Handhaving.Capacity.Rostering.Searching.Moves;

namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>The first lawful roster: person by person, those with the fewest open days first, each the best row for the cover that is left.</summary>
internal sealed class Construction(SearchTables tables, CancellationToken cancellation)
{
    private readonly List<EmployeeName> impossible = [];

    public IReadOnlyList<EmployeeName> Impossible => impossible;

    public double Spent { get; private set; }

    public static int[][] Empty(SearchTables tables) =>
        [.. Enumerable.Range(0, tables.Employees).Select(_ => Enumerable.Repeat(Roster.Free, tables.Days).ToArray())];

    /// <summary>The rows; whoever the limit or the caller came before is free. Null when somebody's row is impossible, or may not be free.</summary>
    public int[][]? Build(SearchLimit limit)
    {
        var rows = Empty(tables);
        foreach (var employee in Enumerable.Range(0, tables.Employees).OrderBy(OpenCells))
        {
            if (cancellation.IsCancellationRequested || Spent >= limit.DeterministicSeconds) break;
            Place(rows, employee, limit with { DeterministicSeconds = limit.DeterministicSeconds - Spent });
        }
        return impossible.Count == 0 && Enumerable.Range(0, tables.Employees).All(employee => RowCheck.Holds(tables, employee, rows[employee])) ? rows : null;
    }

    private int OpenCells(int employee) =>
        Enumerable.Range(0, tables.Days).Sum(day => Enumerable.Range(0, tables.Kinds).Count(kind => tables.Allows(employee, day, kind)));

    private void Place(int[][] rows, int employee, SearchLimit limit)
    {
        int[][]? best = null;
        var run = new ConstraintRun(new ConstraintModel(tables, rows, (e, _) => e == employee, hint: false), cancellation);
        var status = run.Solve(limit, found => best = found);
        Spent += run.Spent;
        if (status == CpSolverStatus.Infeasible) impossible.Add(tables.Problem.Employees[employee].Name);
        if (best is not null) rows[employee] = best[employee];
    }
}
