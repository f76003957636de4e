namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>Model M/M/c (Erlang C): calls that find all units busy wait in one line, first come first served.</summary>
public sealed record WaitingLine
{
    private WaitingLine(TrafficLoad load, int units, WaitMeasures? waiting) => (Load, Units, Waiting) = (load, units, waiting);

    public TrafficLoad Load { get; }

    public int Units { get; }

    /// <summary>rho = a / c; at 1 or more the line grows without end.</summary>
    public double Utilisation => Load.Erlangs / Units;

    public bool IsStable => Waiting is not null;

    /// <summary>Null = unstable: there is no wait to name.</summary>
    public WaitMeasures? Waiting { get; }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE.</exception>
    public static WaitingLine Of(TrafficLoad load, int units)
    {
        QueueingRules.RequireCount(units, 1, ErlangB.MaximumUnits, "units");
        return new(load, units, load.Erlangs < units ? WaitMeasures.Of(load, units, ErlangB.ProbabilityAllBusy(load, units)) : null);
    }
}
