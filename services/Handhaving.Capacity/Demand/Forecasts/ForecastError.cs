namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>How far a forecast was off, over hours and areas.</summary>
/// <param name="Hours">Number of hours and areas compared, at least 1.</param>
/// <param name="MeanAbsoluteError">MAE, calls per hour.</param>
/// <param name="WeightedAbsoluteError">WAPE: sum of absolute errors over sum of calls; null when there was no call.</param>
/// <param name="Bias">Mean of forecast less actual, calls per hour: above 0 = forecast too high.</param>
public sealed record ForecastError(int Hours, double MeanAbsoluteError, double? WeightedAbsoluteError, double Bias)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">HISTORY_PERIOD_EMPTY: nothing to compare.</exception>
    public static ForecastError Of(IReadOnlyCollection<(double Forecast, int Actual)> hours)
    {
        DemandRules.Period.Require(hours.Count > 0);
        var absolute = hours.Sum(hour => Math.Abs(hour.Forecast - hour.Actual));
        var calls = hours.Sum(hour => hour.Actual);
        return new(hours.Count, absolute / hours.Count, calls > 0 ? absolute / calls : null, hours.Average(hour => hour.Forecast - hour.Actual));
    }
}
