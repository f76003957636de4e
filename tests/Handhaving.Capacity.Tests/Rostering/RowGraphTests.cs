using CsCheck;
using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching;
using Handhaving.Capacity.Rostering.Searching.Columns;
using Handhaving.Capacity.Rostering.Searching.Moves;

namespace Handhaving.Capacity.Tests.Rostering;

public class RowGraphTests
{
    [Fact]
    public void Its_paths_are_the_lawful_rows_and_no_others() => RandomProblem.Any.Sample(
        problem =>
        {
            var tables = new SearchTables(problem);
            for (var employee = 0; employee < tables.Employees; employee++)
                Assert.Equal(AllRows(tables).Where(row => RowCheck.Holds(tables, employee, row)).Select(Say).Order(), RowsOf(tables, employee).Select(Say).Order());
        },
        iter: 20);

    [Fact]
    public void History_counts_in_runs_and_not_in_totals()
    {
        PinnedDay[] worked = [.. Enumerable.Range(0, 7).Select(day => new PinnedDay(day, day >= 5 ? Given.Late : null))];
        var limits = Given.Limits with { Minutes = new(480, 480), MostWeekends = 0, Run = new(1, 3), MostShifts = new Dictionary<ShiftKindName, int> { [Given.Late] = 1 } };
        var tables = new SearchTables(new(new(10, 7), Given.Kinds, [Given.Employee("A", limits, null, worked)], [], []));

        Assert.Equal(AllRows(tables).Where(row => RowCheck.Holds(tables, 0, row)).Select(Say).Order(), RowsOf(tables, 0).Select(Say).Order());
    }

    [Fact]
    public void The_cheapest_row_comes_out_at_its_price() => RandomProblem.Any.Sample(
        problem =>
        {
            var tables = new SearchTables(problem);
            var prices = Prices(tables, (day, kind) => (day * 7 + kind * 5) % 11 - 5);
            if (RowGraph.Of(tables, 0, long.MaxValue, CancellationToken.None) is not { } graph || graph.Price(prices) is var least && double.IsInfinity(least)) return;
            var row = graph.Rows(prices, least + 1e-9).First();
            Assert.Equal(least, row.Select((kind, day) => prices[day, kind + 1]).Sum(), 9);
            Assert.Equal(least, AllRows(tables).Where(other => RowCheck.Holds(tables, 0, other)).Min(other => other.Select((kind, day) => prices[day, kind + 1]).Sum()), 9);
        },
        iter: 20);

    [Fact]
    public void More_steps_than_wanted_give_none() => Assert.Null(RowGraph.Of(new(Given.Published("nrp-instance2.txt")), 0, 100, CancellationToken.None));

    private static IEnumerable<int[]> RowsOf(SearchTables tables, int employee)
    {
        var graph = RowGraph.Of(tables, employee, long.MaxValue, CancellationToken.None);
        Assert.NotNull(graph);
        var prices = Prices(tables, (_, _) => 0);
        graph.Price(prices);
        return graph.Rows(prices, 0);
    }

    private static double[,] Prices(SearchTables tables, Func<int, int, double> price)
    {
        var prices = new double[tables.Days, tables.Kinds + 1];
        for (var day = 0; day < tables.Days; day++)
            for (var kind = 0; kind <= tables.Kinds; kind++) prices[day, kind] = price(day, kind);
        return prices;
    }

    private static IEnumerable<int[]> AllRows(SearchTables tables)
    {
        var count = (int)Math.Pow(tables.Kinds + 1, tables.Days);
        for (var number = 0; number < count; number++)
        {
            var (row, rest) = (new int[tables.Days], number);
            for (var day = 0; day < tables.Days; day++, rest /= tables.Kinds + 1) row[day] = rest % (tables.Kinds + 1) + Roster.Free;
            yield return row;
        }
    }

    private static string Say(int[] row) => string.Join(',', row);
}
