namespace Handhaving.Capacity.Rostering.Searching.Moves;

/// <summary>A roster under change with its cost kept up to date, and a journal to take changes back.</summary>
internal sealed class SearchState
{
    private readonly SearchTables tables;
    private readonly int[,] working;
    private readonly Stack<(int Employee, int Day, int Kind)> journal = [];

    public SearchState(SearchTables tables, int[][] rows)
    {
        (this.tables, Rows, working) = (tables, Construction.Empty(tables), new int[tables.Days, tables.Kinds]);
        for (var day = 0; day < tables.Days; day++)
            for (var kind = 0; kind < tables.Kinds; kind++) Cost += tables.CoverCost(day, kind, 0);
        for (var employee = 0; employee < tables.Employees; employee++)
            for (var day = 0; day < tables.Days; day++) Cost += tables.CellCost(employee, day, Roster.Free);
        Take(rows);
    }

    public int[][] Rows { get; }

    public long Cost { get; private set; }

    /// <summary>Rows checked since the start: what small moves cost.</summary>
    public long Checks { get; private set; }

    /// <summary>Place in the journal to go back to.</summary>
    public int Mark => journal.Count;

    public bool Lawful(int employee)
    {
        Checks++;
        return RowCheck.Holds(tables, employee, Rows[employee]);
    }

    public bool Short(int day, int kind) => working[day, kind] < tables.Cover[day, kind].Wanted;

    public void Set(int employee, int day, int kind)
    {
        journal.Push((employee, day, Rows[employee][day]));
        Put(employee, day, kind);
    }

    public void BackTo(int mark)
    {
        while (journal.Count > mark)
        {
            var (employee, day, kind) = journal.Pop();
            Put(employee, day, kind);
        }
    }

    /// <summary>Changes stay; there is nothing to go back to.</summary>
    public void Keep() => journal.Clear();

    public void Take(int[][] rows)
    {
        for (var employee = 0; employee < tables.Employees; employee++)
            for (var day = 0; day < tables.Days; day++) Put(employee, day, rows[employee][day]);
        Keep();
    }

    private void Put(int employee, int day, int kind)
    {
        var before = Rows[employee][day];
        if (before == kind) return;
        Cost += tables.CellCost(employee, day, kind) - tables.CellCost(employee, day, before) + Count(day, before, -1) + Count(day, kind, 1);
        Rows[employee][day] = kind;
    }

    private long Count(int day, int kind, int change)
    {
        if (kind == Roster.Free) return 0;
        var cost = tables.CoverCost(day, kind, working[day, kind]);
        working[day, kind] += change;
        return tables.CoverCost(day, kind, working[day, kind]) - cost;
    }
}
