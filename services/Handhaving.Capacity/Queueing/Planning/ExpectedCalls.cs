using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Forecasts;
using Handhaving.Capacity.Queueing.Priorities;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>Calls to be expected of some municipalities together, hour by hour.</summary>
public sealed class ExpectedCalls(IReadOnlyList<LocalHour> hours, IReadOnlyList<MunicipalForecast> forecasts, double? meanServiceSeconds)
{
    public IReadOnlyList<LocalHour> Hours { get; } = hours;

    /// <summary>By priority, 1 to 5, in one hour.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">SERVICE_TIME_UNKNOWN.</exception>
    public PriorityLoad LoadOf(LocalHour hour)
    {
        var arrivals = new double[5];
        var (calls, seconds) = (0.0, 0.0);
        foreach (var forecast in forecasts)
        {
            var expected = forecast.History.Areas.Sum(area => forecast.Forecast.CallsPerHour(area, hour));
            foreach (var (place, share) in forecast.PriorityShares.Index()) arrivals[place] += expected * share;
            if (forecast.MeanServiceSeconds is not { } service) continue;
            (calls, seconds) = (calls + expected, seconds + expected * service);
        }
        return new(arrivals, meanServiceSeconds ?? (calls > 0 ? seconds / calls : QuietService()));
    }

    /// <summary>Calls per hour of each area, on average over all hours.</summary>
    public IReadOnlyDictionary<string, double> MeanByArea() =>
        forecasts.SelectMany(forecast => forecast.History.Areas.Select(area => (area, mean: Hours.Average(hour => forecast.Forecast.CallsPerHour(area, hour))))).ToDictionary(area => area.area.Value, area => area.mean);

    // Of an hour without calls any service time will do, as long as there is one.
    private double QuietService() => forecasts.Select(forecast => forecast.MeanServiceSeconds).FirstOrDefault(service => service > 0) ?? throw QueueingRules.KnownService.Broken();
}
