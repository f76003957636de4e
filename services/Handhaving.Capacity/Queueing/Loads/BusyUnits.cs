namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>How many units are busy in a stable M/M/c.</summary>
public static class BusyUnits
{
    /// <summary>Chances of 0 to c - 1 busy, and last that all are busy, whoever waits included; sums to 1. Null = unstable.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE.</exception>
    public static IReadOnlyList<double>? Distribution(TrafficLoad load, int units)
    {
        QueueingRules.RequireCount(units, 1, ErlangB.MaximumUnits, "units");
        var erlangs = load.Erlangs;
        if (erlangs >= units) return null;
        var weights = new double[units + 1];
        var mode = (int)erlangs;
        weights[mode] = 1; // from the likeliest count outwards: a large load neither overflows nor loses its digits
        for (var busy = mode; busy > 0; busy--) weights[busy - 1] = weights[busy] * busy / erlangs;
        for (var busy = mode; busy < units; busy++) weights[busy + 1] = weights[busy] * erlangs / (busy + 1);
        weights[units] /= 1 - erlangs / units;
        var sum = weights.Sum();
        return Array.ConvertAll(weights, weight => weight / sum);
    }
}
