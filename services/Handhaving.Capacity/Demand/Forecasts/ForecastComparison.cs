using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>Error of the forecast beside that of last week, over the same hours.</summary>
public sealed record ForecastComparison(ForecastError Forecast, ForecastError LastWeek)
{
    /// <summary>
    /// Rolling origin: from the first origin on, each week is forecast from what was known before it and held against what came, to the end of the history.
    /// </summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">FORECAST_WEEKS_OUT_OF_RANGE, HISTORY_TOO_SHORT, HISTORY_PERIOD_EMPTY.</exception>
    public static ForecastComparison Of(HourlyHistory history, DayCalendar calendar, DateOnly firstOrigin, int weeks)
    {
        List<(double Forecast, int Actual)> forecasts = [], lastWeek = [];
        for (var origin = firstOrigin; origin < history.Until; origin = origin.AddDays(7))
        {
            var forecast = new DemandForecast(history, calendar, origin, weeks);
            var ahead = Enumerable.Range(0, 7).Select(origin.AddDays).Where(history.Covers).SelectMany(DutchClock.HoursOf);
            foreach (var (hour, area) in ahead.SelectMany(hour => history.Areas.Select(area => (hour, area))))
            {
                var actual = history.CallsIn(area, hour);
                forecasts.Add((forecast.CallsPerHour(area, hour), actual));
                lastWeek.Add((Forecasts.LastWeek.CallsPerHour(history, area, hour), actual));
            }
        }
        return new(ForecastError.Of(forecasts), ForecastError.Of(lastWeek));
    }
}
