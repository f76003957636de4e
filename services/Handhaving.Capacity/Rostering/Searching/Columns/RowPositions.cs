namespace Handhaving.Capacity.Rostering.Searching.Columns;

/// <summary>Where a person stands in the alternation of work and free days, as a number: the start, so many free days, or so many days of work of which the last was of a kind.</summary>
internal sealed class RowPositions
{
    public const int Start = 0;
    private readonly SearchTables tables;
    private readonly int employee;
    private readonly int longestRun;
    private readonly int shortestFree;

    public RowPositions(SearchTables tables, int employee)
    {
        (this.tables, this.employee) = (tables, employee);
        longestRun = Math.Min(tables.Limits[employee].Run.Most, tables.Days);
        shortestFree = Math.Min(tables.Limits[employee].ShortestFree, tables.Days);
        Count = 1 + shortestFree + tables.Kinds * longestRun * 2;
    }

    public int Count { get; }

    public bool IsWork(int position) => position > shortestFree;

    /// <summary>The position after a day of a kind, or of <see cref="Roster.Free"/>; -1 = the rules of runs and rests forbid it.</summary>
    public int Next(int position, int kind)
    {
        if (position == Start) return kind == Roster.Free ? shortestFree : Work(kind, 1, isLongEnough: true); // what touches the first day may be shorter
        if (!IsWork(position)) return kind == Roster.Free ? Math.Min(position + 1, shortestFree) : position == shortestFree ? Work(kind, 1, LongEnough(1)) : -1;
        var (before, length, isLongEnough) = ((position - 1 - shortestFree) / 2 / longestRun, (position - 1 - shortestFree) / 2 % longestRun + 1, (position - 1 - shortestFree) % 2 == 1);
        if (kind == Roster.Free) return isLongEnough ? 1 : -1;
        return length < longestRun && tables.Follows[before, kind] ? Work(kind, length + 1, isLongEnough || LongEnough(length + 1)) : -1;
    }

    private bool LongEnough(int length) => length >= tables.Limits[employee].Run.Fewest;

    private int Work(int kind, int length, bool isLongEnough) => 1 + shortestFree + (kind * longestRun + length - 1) * 2 + (isLongEnough ? 1 : 0);
}
