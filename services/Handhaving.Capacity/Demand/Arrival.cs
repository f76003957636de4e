namespace Handhaving.Capacity.Demand;

/// <summary>One call as dispatch handled it.</summary>
public sealed record Arrival
{
    /// <param name="instant">When it came in.</param>
    /// <param name="area">Where it came from.</param>
    /// <param name="type">What it was about.</param>
    /// <param name="priority">1 = emergency to 5.</param>
    /// <param name="serviceSeconds">How long units were tied to it, drive included.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">PRIORITY_OUT_OF_RANGE, SERVICE_TIME_INVALID.</exception>
    public Arrival(DateTimeOffset instant, AreaName area, CallTypeName type, int priority, double serviceSeconds)
    {
        DemandRules.Priority.Require(priority is >= 1 and <= 5);
        DemandRules.ServiceTime.Require(double.IsFinite(serviceSeconds) && serviceSeconds >= 0);
        (Instant, Area, Type, Priority, ServiceSeconds) = (instant, area, type, priority, serviceSeconds);
    }

    public DateTimeOffset Instant { get; }

    public AreaName Area { get; }

    public CallTypeName Type { get; }

    public int Priority { get; }

    public double ServiceSeconds { get; }
}
