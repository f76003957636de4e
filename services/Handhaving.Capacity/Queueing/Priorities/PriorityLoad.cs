using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Queueing.Priorities;

/// <summary>Arrivals by priority with one mean service time.</summary>
public sealed record PriorityLoad
{
    public const int MaximumClasses = 20;

    /// <param name="arrivalsPerHour">One number per priority, the highest priority first.</param>
    /// <param name="meanServiceSeconds">1 / mu, the same for all priorities.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE, NUMBER_NEGATIVE, NUMBER_NOT_POSITIVE.</exception>
    public PriorityLoad(IReadOnlyList<double> arrivalsPerHour, double meanServiceSeconds)
    {
        QueueingRules.RequireCount(arrivalsPerHour.Count, 1, MaximumClasses, "priorities");
        foreach (var arrivals in arrivalsPerHour) QueueingRules.RequireNotNegative(arrivals, "arrivalsPerHour");
        ArrivalsPerHour = [.. arrivalsPerHour];
        Total = new TrafficLoad(arrivalsPerHour.Sum(), meanServiceSeconds);
    }

    public IReadOnlyList<double> ArrivalsPerHour { get; }

    /// <summary>All priorities together.</summary>
    public TrafficLoad Total { get; }

    // s_0 = 0, s_k = sum over i <= k of lambda_i / (c mu).
    internal double[] CumulativeUtilisation(int units)
    {
        var sums = new double[ArrivalsPerHour.Count + 1];
        for (var place = 0; place < ArrivalsPerHour.Count; place++)
            sums[place + 1] = sums[place] + ArrivalsPerHour[place] * Total.MeanServiceSeconds / 3600 / units;
        return sums;
    }
}
