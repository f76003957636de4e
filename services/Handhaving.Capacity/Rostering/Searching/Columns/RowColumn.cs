namespace Handhaving.Capacity.Rostering.Searching.Columns;

/// <summary>One lawful row of one person, to be chosen whole or not at all.</summary>
/// <param name="Cost">Cost of its wishes.</param>
internal sealed record RowColumn(int Employee, int[] Row, long Cost)
{
    public static RowColumn Of(SearchTables tables, int employee, int[] row) => new(employee, row, row.Select((kind, day) => tables.CellCost(employee, day, kind)).Sum());
}
