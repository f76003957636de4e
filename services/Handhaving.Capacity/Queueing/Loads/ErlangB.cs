namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>Loss model M/M/c/c (Erlang 1917): a call that finds all units busy is not waited for.</summary>
public static class ErlangB
{
    public const int MaximumUnits = 200_000;

    /// <summary>Chance that all units are busy: B(0) = 1, B(k) = a B(k-1) / (k + a B(k-1)), which cannot overflow.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE.</exception>
    public static double ProbabilityAllBusy(TrafficLoad load, int units)
    {
        QueueingRules.RequireCount(units, 0, MaximumUnits, "units");
        var blocked = 1.0;
        for (var unit = 1; unit <= units; unit++) blocked = Next(blocked, load.Erlangs, unit);
        return blocked;
    }

    internal static double Next(double blocked, double erlangs, int units) => erlangs * blocked / (units + erlangs * blocked);
}
