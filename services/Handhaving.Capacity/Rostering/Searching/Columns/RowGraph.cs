namespace Handhaving.Capacity.Rostering.Searching.Columns;

/// <summary>All lawful rows of one person as paths through layers of states, a layer a day: what the cheapest row costs at any prices is one pass through it.</summary>
internal sealed class RowGraph
{
    private const double Unreachable = double.PositiveInfinity;
    private readonly SearchTables tables;
    private readonly List<int[]> steps = []; // by day: state times kinds (free first) to the state of the next layer, or -1
    private readonly double[][] toGo;

    private RowGraph(SearchTables tables, int employee, long mostSteps, CancellationToken cancellation)
    {
        this.tables = tables;
        var (positions, totals) = (new RowPositions(tables, employee), new RowTotals(tables, employee));
        List<(int Position, long Totals)> layer = [(RowPositions.Start, 0)];
        for (var day = 0; day < tables.Days && totals.IsCountable && Steps <= mostSteps && !cancellation.IsCancellationRequested; day++)
        {
            var places = new Dictionary<(int, long), int>();
            steps.Add([.. layer.SelectMany(state => Enumerable.Range(Roster.Free, tables.Kinds + 1).Select(kind => Step(state, day, kind, places)))]);
            layer = [.. places.OrderBy(place => place.Value).Select(place => place.Key)];
            Steps += steps[day].Length;
        }
        IsWhole = steps.Count == tables.Days && Steps <= mostSteps;
        toGo = !IsWhole ? [] : [.. steps.Select(step => new double[step.Length / (tables.Kinds + 1)]), [.. layer.Select(state => totals.IsEnough(state.Totals) ? 0 : Unreachable)]];

        int Step((int Position, long Totals) state, int day, int kind, Dictionary<(int, long), int> places)
        {
            if (!tables.Allows(employee, day, kind)) return -1;
            var position = positions.Next(state.Position, kind);
            var sums = position < 0 ? -1 : totals.Next(state.Totals, day, kind, positions.IsWork(state.Position));
            if (sums < 0) return -1;
            if (!places.TryGetValue((position, sums), out var place)) places.Add((position, sums), place = places.Count);
            return place;
        }
    }

    public long Steps { get; private set; }

    private bool IsWhole { get; }

    /// <returns>Null when there are more steps than wanted, or the caller stopped it.</returns>
    public static RowGraph? Of(SearchTables tables, int employee, long mostSteps, CancellationToken cancellation) => new RowGraph(tables, employee, mostSteps, cancellation) is { IsWhole: true } graph ? graph : null;

    /// <summary>Reckons at prices by day and kind (free first).</summary>
    /// <returns>The price of the cheapest row; infinite = there is none.</returns>
    public double Price(double[,] prices)
    {
        for (var day = tables.Days - 1; day >= 0; day--)
            for (var state = 0; state < toGo[day].Length; state++)
            {
                var best = Unreachable;
                for (var kind = 0; kind <= tables.Kinds; kind++)
                    if (steps[day][state * (tables.Kinds + 1) + kind] is >= 0 and var next && prices[day, kind] + toGo[day + 1][next] is var price && price < best) best = price;
                toGo[day][state] = best;
            }
        return toGo[0][0];
    }

    /// <summary>Rows of at most so much, by the prices of the last <see cref="Price"/>.</summary>
    public IEnumerable<int[]> Rows(double[,] prices, double most) => From(prices, 0, 0, most, new int[tables.Days]);

    private IEnumerable<int[]> From(double[,] prices, int day, int state, double left, int[] row)
    {
        if (day == tables.Days)
        {
            yield return [.. row];
            yield break;
        }
        for (var kind = 0; kind <= tables.Kinds; kind++)
        {
            var next = steps[day][state * (tables.Kinds + 1) + kind];
            if (next < 0 || prices[day, kind] + toGo[day + 1][next] > left) continue;
            row[day] = kind - 1;
            foreach (var found in From(prices, day + 1, next, left - prices[day, kind], row)) yield return found;
        }
    }
}
