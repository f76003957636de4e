namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>What waiting callers meet in a stable M/M/c.</summary>
/// <param name="ProbabilityWait">C: chance that a call finds all units busy.</param>
/// <param name="MeanWaitSeconds">Wq over all calls, also those that do not wait.</param>
/// <param name="MeanLineLength">Lq: calls that wait, on average.</param>
/// <param name="SpareSeconds">1 / (c mu - lambda): mean wait of those who wait.</param>
public sealed record WaitMeasures(double ProbabilityWait, double MeanWaitSeconds, double MeanLineLength, double SpareSeconds)
{
    /// <summary>Service level: SL(t) = 1 - C exp(-(c mu - lambda) t), the share of calls that wait at most t.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE.</exception>
    public double ShareWithin(double waitSeconds)
    {
        QueueingRules.RequireNotNegative(waitSeconds, "waitSeconds");
        return 1 - ProbabilityWait * Math.Exp(-waitSeconds / SpareSeconds);
    }

    // C = B / (1 - rho (1 - B)); Wq = C / (c mu - lambda); Lq = lambda Wq (Little).
    internal static WaitMeasures Of(TrafficLoad load, int units, double blocked)
    {
        var probability = blocked / (1 - load.Erlangs / units * (1 - blocked));
        var spareSeconds = load.MeanServiceSeconds / (units - load.Erlangs);
        return new(probability, probability * spareSeconds, load.ArrivalsPerHour / 3600 * probability * spareSeconds, spareSeconds);
    }
}
