using Google.OrTools.Sat;

namespace Handhaving.Capacity.Rostering.Searching.Constraints;

/// <summary>The hard limits of one person as linear rules over the days with work.</summary>
internal sealed class ConstraintRow(CpModel model, SearchTables tables, int employee, BoolVar[] works)
{
    /// <param name="cellsOf">The person's cells of a kind within the counted part of the period.</param>
    public void AddRules(Func<int, IReadOnlyList<BoolVar>> cellsOf)
    {
        var limits = tables.Limits[employee];
        for (var day = 0; day + limits.Run.Most < works.Length; day++)
            model.Add(LinearExpr.Sum(works[day..(day + limits.Run.Most + 1)]) <= limits.Run.Most);
        for (var length = 1; length < limits.Run.Fewest; length++) AddTooShort(length, work: true);
        for (var length = 1; length < limits.ShortestFree; length++) AddTooShort(length, work: false);
        AddTotals(cellsOf);
        AddWeekends();
    }

    // A row of this length between two days of the other sort is too short.
    private void AddTooShort(int length, bool work)
    {
        for (var before = 0; before + length + 1 < works.Length; before++)
        {
            ILiteral Is(int day, bool worked) => worked ? works[day] : works[day].Not();
            var inside = Enumerable.Range(before + 1, length).Select(day => Is(day, !work));
            model.AddBoolOr([Is(before, work), .. inside, Is(before + length + 1, work)]);
        }
    }

    private void AddTotals(Func<int, IReadOnlyList<BoolVar>> cellsOf)
    {
        var minutes = LinearExpr.NewBuilder();
        for (var kind = 0; kind < tables.Kinds; kind++)
        {
            var cells = cellsOf(kind);
            foreach (var cell in cells) minutes.AddTerm(cell, tables.Minutes[kind]);
            if (tables.MostShifts[employee][kind] < cells.Count) model.Add(LinearExpr.Sum(cells) <= tables.MostShifts[employee][kind]);
        }
        model.AddLinearConstraint(minutes, tables.Limits[employee].Minutes.Fewest, tables.Limits[employee].Minutes.Most);
    }

    private void AddWeekends()
    {
        var weekends = new List<BoolVar>();
        foreach (var weekend in Enumerable.Range(tables.History, works.Length - tables.History).Where(day => day % 7 >= 5).GroupBy(day => day / 7))
        {
            weekends.Add(model.NewBoolVar(""));
            foreach (var day in weekend) model.AddImplication(works[day], weekends[^1]);
        }
        if (weekends.Count > 0) model.Add(LinearExpr.Sum(weekends) <= tables.Limits[employee].MostWeekends);
    }
}
