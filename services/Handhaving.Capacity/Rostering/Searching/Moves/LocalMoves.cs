namespace Handhaving.Capacity.Rostering.Searching.Moves;

/// <summary>Small changes of a lawful roster. A change stays when every row is lawful still and the cost does not rise; else it is taken back.</summary>
internal sealed class LocalMoves(SearchTables tables, SearchState state, SearchDice dice, CancellationToken cancellation)
{
    private const int LongestSwap = 7;
    private const int DeepestChain = 4;
    private const int ChainBreadth = 3;

    /// <summary>Tries one change: a move, a swap or an ejection chain. True when it stayed.</summary>
    public bool Try()
    {
        var cost = state.Cost;
        var done = dice.Below(4) switch { 0 => Move(), 1 => Chain(), _ => Swap() };
        if (done && state.Cost <= cost)
        {
            state.Keep();
            return true;
        }
        state.BackTo(0);
        return false;
    }

    private bool Move()
    {
        var employee = dice.Below(tables.Employees);
        state.Set(employee, dice.Below(tables.Days), dice.Below(tables.Kinds + 1) - 1);
        return state.Lawful(employee);
    }

    // Two people change a stretch of days: the cover stays as it was.
    private bool Swap()
    {
        var (one, other) = (dice.Below(tables.Employees), dice.Below(tables.Employees));
        if (one == other) return false;
        var start = dice.Below(tables.Days);
        var end = Math.Min(tables.Days, start + 1 + dice.Below(LongestSwap));
        for (var day = start; day < end; day++)
        {
            var (mine, yours) = (state.Rows[one][day], state.Rows[other][day]);
            state.Set(one, day, yours);
            state.Set(other, day, mine);
        }
        return state.Lawful(one) && state.Lawful(other);
    }

    private bool Chain()
    {
        var cost = state.Cost;
        var (day, kind) = (dice.Below(tables.Days), dice.Below(tables.Kinds));
        return state.Short(day, kind) && Fill(day, kind, DeepestChain, cost);
    }

    // Somebody takes the shift; what then no longer fits in that row is left to somebody else, until nothing is left over.
    private bool Fill(int day, int kind, int depth, long cost)
    {
        var tried = 0;
        foreach (var employee in dice.Order(tables.Employees))
        {
            if (state.Rows[employee][day] != Roster.Free || !tables.Allows(employee, day, kind)) continue;
            if (tried++ == ChainBreadth || cancellation.IsCancellationRequested) return false;
            var mark = state.Mark;
            state.Set(employee, day, kind);
            if (state.Lawful(employee) && state.Cost < cost) return true;
            if (depth > 0 && Eject(employee, day, depth, cost)) return true;
            state.BackTo(mark);
        }
        return false;
    }

    private bool Eject(int employee, int kept, int depth, long cost)
    {
        foreach (var day in dice.Order(tables.Days))
        {
            var kind = state.Rows[employee][day];
            if (cancellation.IsCancellationRequested) return false;
            if (day == kept || kind == Roster.Free || !tables.Allows(employee, day, Roster.Free)) continue;
            var mark = state.Mark;
            state.Set(employee, day, Roster.Free);
            if (state.Lawful(employee) && (state.Cost < cost || Fill(day, kind, depth - 1, cost))) return true;
            state.BackTo(mark);
        }
        return false;
    }
}
