using Handhaving.Capacity.Demand.Calendar;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>What is expected of one municipality.</summary>
/// <param name="Weeks">Looked back on for ordinary days.</param>
public sealed record MunicipalForecast(TenantId Municipality, HourlyHistory History, DayCalendar Calendar, int Weeks)
{
    private const int WeeksTried = 4;

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">HISTORY_TOO_SHORT.</exception>
    public DemandForecast Forecast { get; } = new(History, Calendar, History.Until, Weeks);

    /// <summary>First day that is forecast.</summary>
    public DateOnly Origin => History.Until;

    /// <summary>Of calls served in the weeks looked back on; null when none was.</summary>
    public required double? MeanServiceSeconds { get; init; }

    /// <summary>Share of the calls of each priority, 1 to 5, in the weeks looked back on; those of which nobody said it count as 5.</summary>
    public required IReadOnlyList<double> PriorityShares { get; init; }

    /// <summary>How far back a trial of the last weeks reads.</summary>
    public static int DaysRead(int weeks) => 7 * (weeks + WeeksTried + 1);

    /// <summary>How well such forecasts did over the last weeks; null while there is too little history to try it on.</summary>
    public ForecastComparison? Compare()
    {
        var first = History.Until.AddDays(-7 * WeeksTried);
        while (first < History.From.AddDays(7)) first = first.AddDays(7);
        return first < History.Until ? ForecastComparison.Of(History, Calendar, first, Weeks) : null;
    }
}
