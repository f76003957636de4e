namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>Work that arrives: how often, and how long each takes.</summary>
public sealed record TrafficLoad
{
    /// <summary>More than all police of the country; a number above it is a mistake in a unit.</summary>
    public const double MaximumErlangs = 100_000;

    /// <param name="arrivalsPerHour">lambda; 0 = a quiet hour.</param>
    /// <param name="meanServiceSeconds">1 / mu, in seconds.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE, NUMBER_NOT_POSITIVE, COUNT_OUT_OF_RANGE.</exception>
    public TrafficLoad(double arrivalsPerHour, double meanServiceSeconds)
    {
        QueueingRules.RequireNotNegative(arrivalsPerHour, "arrivalsPerHour");
        QueueingRules.RequirePositive(meanServiceSeconds, "meanServiceSeconds");
        (ArrivalsPerHour, MeanServiceSeconds) = (arrivalsPerHour, meanServiceSeconds);
        QueueingRules.Count.Require(Erlangs <= MaximumErlangs, ("field", "erlangs"), ("least", "0"), ("most", "100000"));
    }

    public double ArrivalsPerHour { get; }

    public double MeanServiceSeconds { get; }

    /// <summary>a = lambda / mu: the mean number of units at work.</summary>
    public double Erlangs => ArrivalsPerHour * MeanServiceSeconds / 3600;
}
