using Handhaving.Capacity.Demand.Calendar;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>What is expected of one municipality, and how well such forecasts did.</summary>
/// <param name="Comparison">Null while there is too little history to try it on.</param>
/// <param name="MeanServiceSeconds">Of calls served in the weeks looked back on; null when none was.</param>
public sealed record MunicipalForecast(TenantId Municipality, HourlyHistory History, DayCalendar Calendar, DemandForecast Forecast, DateOnly Origin, ForecastComparison? Comparison, double? MeanServiceSeconds)
{
    /// <summary>Share of the calls of each priority, 1 to 5, in the weeks looked back on; those of which nobody said it count as 5.</summary>
    public required IReadOnlyList<double> PriorityShares { get; init; }
}
