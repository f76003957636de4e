using System.Globalization;
using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>Expected calls per hour and area: the mean of the same weekday and hour over recent weeks, special days apart. It reads nothing from its origin on, and serves one question at a time.</summary>
public sealed class DemandForecast
{
    // How many special days the ordinary forecast counts for beside those of the kind itself.
    private const double OrdinaryWeight = 1;

    private readonly Dictionary<(AreaName, DayOfWeek, int), double> ordinary = []; // many hours ask for the same
    private readonly HourlyHistory history;
    private readonly DayCalendar calendar;
    private readonly DateOnly origin;
    private readonly int weeks;

    /// <param name="history">What happened.</param>
    /// <param name="calendar">Holidays and event days, of the history and of what is to come.</param>
    /// <param name="origin">First day that is not known yet.</param>
    /// <param name="weeks">How far to look back for ordinary days; 1 to 104.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">FORECAST_WEEKS_OUT_OF_RANGE, HISTORY_TOO_SHORT.</exception>
    public DemandForecast(HourlyHistory history, DayCalendar calendar, DateOnly origin, int weeks)
    {
        DemandRules.Weeks.Require(weeks is >= 1 and <= 104);
        DemandRules.EnoughHistory.Require(origin >= history.From.AddDays(7) && origin <= history.Until, ("day", origin.ToString("O", CultureInfo.InvariantCulture)));
        (this.history, this.calendar, this.origin, this.weeks) = (history, calendar, origin, weeks);
    }

    /// <summary>Calls that are expected in this elapsed hour, on the origin's day or after it.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">AREA_WITHOUT_HISTORY.</exception>
    public double CallsPerHour(AreaName area, LocalHour hour)
    {
        if (calendar.Find(hour.Date) is not { } special) return Ordinary(area, hour.Date.DayOfWeek, hour.Hour);
        var likeIt = Ordinary(area, special.LooksLike ?? hour.Date.DayOfWeek, hour.Hour);
        var alike = history.CallsAt(area, calendar.DatesOf(special.Kind).Where(IsKnown), hour.Hour).ToList();
        return (alike.Sum() + OrdinaryWeight * likeIt) / (alike.Count + OrdinaryWeight);
    }

    private double Ordinary(AreaName area, DayOfWeek weekday, int hour) =>
        ordinary.TryGetValue((area, weekday, hour), out var known) ? known : ordinary[(area, weekday, hour)] = MeanOf(area, weekday, hour);

    // Where all such days of late were special, any day will do rather than none.
    private double MeanOf(AreaName area, DayOfWeek weekday, int hour)
    {
        var recent = Enumerable.Range(1, 7 * weeks).Select(days => origin.AddDays(-days)).Where(IsKnown).ToList();
        return history.MeanAt(area, recent.Where(date => date.DayOfWeek == weekday && calendar.Find(date) is null), hour)
            ?? history.MeanAt(area, recent, hour)
            ?? 0;
    }

    private bool IsKnown(DateOnly date) => date < origin && history.Covers(date);
}
