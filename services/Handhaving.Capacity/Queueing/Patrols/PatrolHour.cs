using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;

namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>One team in one hour: its area, its calls, and the share of planned time that is for calls and patrol (RAND Patrol Car Allocation Model, R-1786/2 and R-3087/2).</summary>
public sealed record PatrolHour
{
    public const int MaximumUnits = 500;

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">AVAILABILITY_OUT_OF_RANGE.</exception>
    public PatrolHour(PatrolArea area, PriorityLoad calls, double availability)
    {
        QueueingRules.Availability.Require(availability is > 0 and <= 1);
        (Area, Calls, Availability) = (area, calls, availability);
    }

    public PatrolArea Area { get; }

    public PriorityLoad Calls { get; }

    public double Availability { get; }

    /// <summary>Descriptive mode: what this number of planned units gives.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE.</exception>
    public PatrolForecast With(int planned)
    {
        QueueingRules.RequireCount(planned, 0, MaximumUnits, "planned");
        var units = new EffectiveUnits(planned, Availability);
        var patrolShare = planned == 0 ? 0 : Math.Max(0, (units.Exact - Calls.Total.Erlangs) / planned);
        return new(units, patrolShare, PatrolMeasures.Of(this, units.Floor), PatrolMeasures.Of(this, units.Ceiling));
    }
}
