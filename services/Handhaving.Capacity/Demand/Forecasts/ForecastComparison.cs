using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>Error of the forecast beside that of last week, over the same hours.</summary>
/// <param name="Covered">Share of these hours whose calls lay in the interval of their forecast, 0 to 1.</param>
public sealed record ForecastComparison(ForecastError Forecast, ForecastError LastWeek, double Covered)
{
    /// <summary>MASE: the mean absolute error over that of last week (Hyndman and Koehler 2006, with last week as the naive forecast); null when last week had none.</summary>
    public double? ScaledError => LastWeek.MeanAbsoluteError > 0 ? Forecast.MeanAbsoluteError / LastWeek.MeanAbsoluteError : null;

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
        return new(ForecastError.Of(forecasts), ForecastError.Of(lastWeek), forecasts.Average(hour => CallInterval.Of(hour.Forecast).Holds(hour.Actual) ? 1.0 : 0));
    }
}
