using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Fleet;

/// <summary>A uniform grid over the Netherlands whose cells link what lies in them: a move and a look into a cell cost the same however many units there are.</summary>
/// <remarks>A cell is nowhere smaller than <see cref="CellMeters"/>, so what lies beyond ring n is at least n cells away. What lies outside is held at the edge. For one thread at a time.</remarks>
internal sealed class UnitGrid
{
    public const double CellMeters = 500;
    private const int None = -1;
    private const double South = 50.6;
    private const double North = 53.8;
    private const double West = 3.2;
    private const double East = 7.4;
    private const double MetersPerDegree = 111_195; // of latitude, mean sphere

    // The chord of a difference in longitude is a little shorter than its arc; two per mille cover it over the width of the country.
    private static readonly double RowDegrees = CellMeters * 1.002 / MetersPerDegree;
    private static readonly double ColumnDegrees = RowDegrees / Math.Cos(double.DegreesToRadians(North));
    private static readonly int Rows = (int)Math.Ceiling((North - South) / RowDegrees);
    private static readonly int Columns = (int)Math.Ceiling((East - West) / ColumnDegrees);

    private readonly int[] first = new int[Rows * Columns];
    private int[] next = [];
    private int[] previous = [];
    private int[] cells = [];

    public UnitGrid() => Array.Fill(first, None);

    /// <summary>The farthest ring around a point that still has cells.</summary>
    public static int LastRing(Point centre)
    {
        var (row, column) = (RowOf(centre), ColumnOf(centre));
        return Math.Max(Math.Max(row, Rows - 1 - row), Math.Max(column, Columns - 1 - column));
    }

    /// <summary>Puts or moves an item.</summary>
    public void Put(int item, Point point)
    {
        var cell = RowOf(point) * Columns + ColumnOf(point);
        if (item >= cells.Length) Grow(item + 1);
        if (cells[item] == cell) return;
        Remove(item);
        (cells[item], previous[item], next[item]) = (cell, None, first[cell]);
        if (first[cell] != None) previous[first[cell]] = item;
        first[cell] = item;
    }

    public void Remove(int item)
    {
        if (item >= cells.Length || cells[item] == None) return;
        if (previous[item] == None) first[cells[item]] = next[item];
        else next[previous[item]] = next[item];
        if (next[item] != None) previous[next[item]] = previous[item];
        cells[item] = None;
    }

    /// <summary>Visits all items in the cells of one ring; ring 0 is the cell of the centre itself.</summary>
    public void VisitRing(Point centre, int ring, Action<int> visit)
    {
        var (row, column) = (RowOf(centre), ColumnOf(centre));
        var (left, right) = (Math.Max(0, column - ring), Math.Min(Columns - 1, column + ring));
        VisitRow(row - ring, left, right, visit);
        if (ring == 0) return;
        VisitRow(row + ring, left, right, visit);
        for (var between = Math.Max(0, row - ring + 1); between <= Math.Min(Rows - 1, row + ring - 1); between++)
        {
            if (column - ring >= 0) VisitCell(between * Columns + column - ring, visit);
            if (column + ring < Columns) VisitCell(between * Columns + column + ring, visit);
        }
    }

    private void VisitRow(int row, int left, int right, Action<int> visit)
    {
        if (row < 0 || row >= Rows) return;
        for (var column = left; column <= right; column++) VisitCell(row * Columns + column, visit);
    }

    private void VisitCell(int cell, Action<int> visit)
    {
        for (var item = first[cell]; item != None; item = next[item]) visit(item);
    }

    private void Grow(int least)
    {
        var before = cells.Length;
        var size = Math.Max(least, 2 * before);
        Array.Resize(ref next, size);
        Array.Resize(ref previous, size);
        Array.Resize(ref cells, size);
        cells.AsSpan(before).Fill(None);
    }

    private static int RowOf(Point point) => Math.Clamp((int)((point.Latitude - South) / RowDegrees), 0, Rows - 1);

    private static int ColumnOf(Point point) => Math.Clamp((int)((point.Longitude - West) / ColumnDegrees), 0, Columns - 1);
}
