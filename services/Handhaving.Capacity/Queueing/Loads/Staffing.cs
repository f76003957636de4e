namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>How many units a promised service level needs (Erlang C).</summary>
public static class Staffing
{
    /// <summary>Smallest c above the load with SL(t) at or over the target; one fewer misses it.</summary>
    public static int SmallestFor(TrafficLoad load, ServiceTarget target)
    {
        var blocked = 1.0;
        for (var units = 1; ; units++)
        {
            blocked = ErlangB.Next(blocked, load.Erlangs, units);
            if (units > load.Erlangs && WaitMeasures.Of(load, units, blocked).ShareWithin(target.MaximumWaitSeconds) >= target.Share) return units;
        }
    }
}
