namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>By how much busy units are not independent of each other (Larson 1975).</summary>
public static class CorrectionFactor
{
    // Beyond it a factor meets a product of workloads that is 0 for any purpose.
    private const double LargestLogarithm = 600;

    /// <summary>
    /// Q(N, rho, j) for j = 0 to N - 1 busy units before one free:
    /// sum over k = j to N - 1 of (N-j-1)! (N-k) N^k rho^(k-j) / ((k-j)! N!), times P0 / (1 - rho) of M/M/N. Q(N, rho, 0) = 1.
    /// </summary>
    /// <param name="units">N, 1 to 500.</param>
    /// <param name="utilisation">rho, above 0 and below 1.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE, SHARE_OUT_OF_RANGE.</exception>
    public static IReadOnlyList<double> Of(int units, double utilisation)
    {
        QueueingRules.RequireCount(units, 1, DispatchRegion.MaximumUnits, "units");
        QueueingRules.RequireShare(utilisation, "utilisation");
        var factorials = new double[units + 1]; // natural logarithms throughout: the factors alone overflow from N = 171
        for (var number = 1; number <= units; number++) factorials[number] = factorials[number - 1] + Math.Log(number);
        var idle = LogIdle(units, utilisation, factorials) - Math.Log(1 - utilisation);
        return [.. Enumerable.Range(0, units).Select(busy => Enumerable.Range(busy, units - busy).Sum(state => Math.Exp(Math.Min(LargestLogarithm,
            factorials[units - busy - 1] + Math.Log(units - state) + state * Math.Log(units) + (state - busy) * Math.Log(utilisation)
            - factorials[state - busy] - factorials[units] + idle))))];
    }

    // P0 = 1 / (sum over k < N of a^k / k! + a^N / (N! (1 - rho))).
    private static double LogIdle(int units, double utilisation, double[] factorials)
    {
        var load = Math.Log(units * utilisation);
        var terms = Enumerable.Range(0, units + 1).Select(busy => busy * load - factorials[busy] - (busy == units ? Math.Log(1 - utilisation) : 0)).ToList();
        var largest = terms.Max();
        return -largest - Math.Log(terms.Sum(term => Math.Exp(term - largest)));
    }
}
