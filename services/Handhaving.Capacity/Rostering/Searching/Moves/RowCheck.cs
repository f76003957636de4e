namespace Handhaving.Capacity.Rostering.Searching.Moves;

/// <summary>Whether a row keeps every hard rule of its person, cheaply: the search asks it thousands of times a second.</summary>
internal static class RowCheck
{
    public static bool Holds(SearchTables tables, int employee, int[] row) =>
        Cells(tables, employee, row) && Runs(tables, employee, row) && Totals(tables, employee, row);

    private static bool Cells(SearchTables tables, int employee, int[] row)
    {
        for (var day = 0; day < row.Length; day++)
        {
            if (!tables.Allows(employee, day, row[day])) return false;
            if (day > 0 && row[day] >= 0 && row[day - 1] >= 0 && !tables.Follows[row[day - 1], row[day]]) return false;
        }
        return true;
    }

    private static bool Runs(SearchTables tables, int employee, int[] row)
    {
        var limits = tables.Limits[employee];
        for (int day = 1, length = 1, start = 0; day <= row.Length; day++, length++)
        {
            var works = row[day - 1] >= 0;
            if (works && length > limits.Run.Most) return false;
            if (day == row.Length || row[day] >= 0 == works) continue;
            if (start > 0 && length < (works ? limits.Run.Fewest : limits.ShortestFree)) return false;
            (start, length) = (day, 0);
        }
        return true;
    }

    private static bool Totals(SearchTables tables, int employee, int[] row)
    {
        var limits = tables.Limits[employee];
        Span<int> shifts = stackalloc int[tables.Kinds];
        int minutes = 0, weekends = 0, lastWeekend = -1;
        for (var day = tables.History; day < row.Length; day++)
        {
            if (row[day] < 0) continue;
            minutes += tables.Minutes[row[day]];
            if (++shifts[row[day]] > tables.MostShifts[employee][row[day]]) return false;
            if (day % 7 < 5 || day / 7 == lastWeekend) continue;
            lastWeekend = day / 7;
            if (++weekends > limits.MostWeekends) return false;
        }
        return minutes >= limits.Minutes.Fewest && minutes <= limits.Minutes.Most;
    }
}
