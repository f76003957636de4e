namespace Handhaving.Capacity.Rostering.Searching.Columns;

/// <summary>What a person worked so far, as one number: minutes, weekends and shifts of each kind, as far as a limit on them can bind.</summary>
internal sealed class RowTotals
{
    private readonly SearchTables tables;
    private readonly int employee;
    private readonly int unit;
    private readonly (long Step, int Most) minutes;
    private readonly (long Step, int Most) weekends;
    private readonly (long Step, int Most)[] shifts;

    public RowTotals(SearchTables tables, int employee)
    {
        (this.tables, this.employee) = (tables, employee);
        var (limits, days) = (tables.Limits[employee], tables.Days - tables.History);
        unit = tables.Minutes.Aggregate(0, (one, other) => other == 0 ? one : (int)System.Numerics.BigInteger.GreatestCommonDivisor(one, other));
        long size = 1;
        minutes = Part(limits.Minutes.Most / unit, limits.Minutes.Fewest > 0 ? 0 : (long)days * tables.Minutes.Max() / unit);
        weekends = Part(limits.MostWeekends, days / 7 + 2);
        shifts = [.. tables.MostShifts[employee].Select((most, kind) => Part(most, Math.Min(days, limits.Minutes.Most / tables.Minutes[kind])))];
        IsCountable = size < long.MaxValue;

        // A limit that is never reached needs no counting.
        (long, int) Part(long most, long reached)
        {
            if (most >= reached && reached > 0) return (0, int.MaxValue);
            if (size > int.MaxValue) size = long.MaxValue;
            if (size == long.MaxValue) return (0, int.MaxValue);
            var step = size;
            size *= most + 1;
            return (step, (int)most);
        }
    }

    /// <summary>False when there is more to count than a number holds.</summary>
    public bool IsCountable { get; }

    /// <summary>The totals after a day of a kind; -1 = a limit is passed.</summary>
    public long Next(long totals, int day, int kind, bool workedDayBefore)
    {
        if (kind == Roster.Free || day < tables.History) return totals;
        totals = Add(totals, minutes, tables.Minutes[kind] / unit);
        if (totals >= 0) totals = Add(totals, shifts[kind], 1);
        var isNewWeekend = day % 7 == 5 || day % 7 == 6 && (!workedDayBefore || day - 1 < tables.History);
        return totals >= 0 && isNewWeekend ? Add(totals, weekends, 1) : totals;
    }

    public bool IsEnough(long totals) => tables.Limits[employee].Minutes.Fewest is var fewest && (fewest == 0 || Of(totals, minutes) * unit >= fewest);

    private static long Add(long totals, (long Step, int Most) part, int more) => part.Step == 0 ? totals : Of(totals, part) + more > part.Most ? -1 : totals + more * part.Step;

    private static long Of(long totals, (long Step, int Most) part) => totals / part.Step % (part.Most + 1L);
}
