using System.Globalization;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>What is expected of one hour and area.</summary>
public sealed record ForecastHour(AreaName Area, LocalHour Hour, double Calls, CallInterval Interval, SpecialDayKind? SpecialKind);

/// <summary>Answers what is to be expected.</summary>
public sealed class ForecastQueries(CapacityDb db, ForecastBook book, TimeProvider clock)
{
    private const int MostHours = 3000;
    private static readonly TimeSpan LongestAhead = TimeSpan.FromDays(62);

    /// <returns>The forecast, and by area and hour what it says.</returns>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">FORECAST_OF_PAST, FORECAST_TOO_LARGE, and those of <see cref="ForecastBook"/>.</exception>
    public async Task<(MunicipalForecast Forecast, IReadOnlyList<ForecastHour> Hours)> ForecastAsync(Interval interval, DemandFilter filter, int weeks, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var hours = HoursOf(interval, now);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var forecast = await book.OfAsync(call.Owner, filter, weeks, now, cancellation);
        var areas = forecast.History.Areas;
        DemandRules.NotTooLarge.Require(hours.Count * areas.Count <= MostHours, ("hours", $"{hours.Count}"), ("areas", $"{areas.Count}"), ("most", $"{MostHours}"));
        work.Consulted(call, [(call.Owner, call.Owner.Name)], now);
        await work.CommitAsync(cancellation);
        return (forecast, [.. areas.SelectMany(area => hours.Select(hour => Of(forecast, area, hour)))]);
    }

    /// <summary>The hours that an interval touches, none before today.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG, FORECAST_OF_PAST.</exception>
    public static IReadOnlyList<LocalHour> HoursOf(Interval interval, DateTimeOffset now)
    {
        interval.Require(LongestAhead);
        var (today, first) = (DutchClock.HourOf(now).Date, DutchClock.HourOf(interval.Start));
        DemandRules.Ahead.Require(first.Date >= today, ("day", today.ToString("O", CultureInfo.InvariantCulture)));
        List<LocalHour> hours = [];
        for (var hour = first; hour.Start < interval.End; hour = DutchClock.HourOf(hour.Start.AddHours(1))) hours.Add(hour);
        return hours;
    }

    private static ForecastHour Of(MunicipalForecast forecast, AreaName area, LocalHour hour)
    {
        var calls = forecast.Forecast.CallsPerHour(area, hour);
        return new(area, hour, calls, CallInterval.Of(calls), forecast.Calendar.Find(hour.Date)?.Kind);
    }
}
