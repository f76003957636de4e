namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>Rule of thumb c = a + beta sqrt(a), where beta follows from the accepted chance of waiting (Halfin and Whitt 1981).</summary>
public static class SquareRootStaffing
{
    private const double LargestBeta = 30;

    /// <summary>Units for a chance of waiting of about <paramref name="probabilityWait"/>; at least one, and above the load.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">SHARE_OUT_OF_RANGE.</exception>
    public static int UnitsFor(TrafficLoad load, double probabilityWait) =>
        Math.Max((int)Math.Floor(load.Erlangs) + 1, (int)Math.Ceiling(load.Erlangs + BetaFor(probabilityWait) * Math.Sqrt(load.Erlangs)));

    /// <summary>The beta at which 1 / (1 + beta Phi(beta) / phi(beta)) is the chance of waiting.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">SHARE_OUT_OF_RANGE.</exception>
    public static double BetaFor(double probabilityWait)
    {
        QueueingRules.RequireShare(probabilityWait, "probabilityWait");
        var (low, high) = (0.0, LargestBeta);
        for (var halving = 0; halving < 60; halving++)
        {
            var beta = (low + high) / 2;
            if (ProbabilityWait(beta) > probabilityWait) low = beta;
            else high = beta;
        }
        return high;
    }

    private static double ProbabilityWait(double beta)
    {
        var density = Math.Exp(-beta * beta / 2) / Math.Sqrt(2 * Math.PI);
        return 1 / (1 + beta * Normal(beta, density) / density);
    }

    // Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...), Marsaglia 2004.
    private static double Normal(double value, double density)
    {
        if (value > 8) return 1;
        var (sum, term) = (value, value);
        for (var odd = 3; sum + term > sum; odd += 2) sum += term *= value * value / odd;
        return 0.5 + density * sum;
    }
}
