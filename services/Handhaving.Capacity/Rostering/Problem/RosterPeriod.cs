namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>The days a roster covers, counted from 0; day 0 is a Monday.</summary>
/// <param name="Days">Length in days, the history included.</param>
/// <param name="HistoryDays">Days at the start that were worked already and are pinned: they count in runs and rests, not in minutes, numbers and weekends.</param>
public sealed record RosterPeriod(int Days, int HistoryDays = 0)
{
    public bool Holds(int day) => day >= 0 && day < Days;
}
