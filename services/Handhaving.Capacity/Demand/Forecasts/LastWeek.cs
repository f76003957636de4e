using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>The forecast that any other must beat: what happened at the same local hour a week before.</summary>
public static class LastWeek
{
    /// <summary>Calls of that hour; where the clock skipped it, of the hour after.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">AREA_WITHOUT_HISTORY, DAY_WITHOUT_HISTORY.</exception>
    public static double CallsPerHour(HourlyHistory history, AreaName area, LocalHour hour)
    {
        DateOnly[] before = [hour.Date.AddDays(-7)];
        return history.MeanAt(area, before, hour.Hour) ?? history.MeanAt(area, before, hour.Hour + 1) ?? 0;
    }
}
