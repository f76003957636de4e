using Handhaving.Capacity.Queueing.Hypercubes;
using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>A hypercube with the wait for a unit.</summary>
/// <param name="MeanWaitSeconds">Over all calls; 0 where calls are lost.</param>
public sealed record RegionResult(DispatchRegion Region, DispatchForecast Forecast, double MeanWaitSeconds)
{
    /// <summary>Each waiting call is load times as likely as one fewer, so that L = P_Q / (1 - load); Wq = L / lambda (Little).</summary>
    public static RegionResult Of(DispatchRegion region, HypercubeSolution solution)
    {
        var load = region.CallsPerHour / region.CapacityPerHour;
        return new(region, solution.Forecast, solution.ProbabilityLine > 0 ? solution.ProbabilityLine / (1 - load) / region.CallsPerHour * 3600 : 0);
    }

    /// <summary>With one service rate calls wait as in M/M/c, whoever is sent.</summary>
    public static RegionResult Of(DispatchRegion region, DispatchForecast forecast) =>
        new(region, forecast, WaitingLine.Of(new(region.CallsPerHour, 3600 / region.ServicePerHour[0]), region.Units).Waiting?.MeanWaitSeconds ?? 0);
}
