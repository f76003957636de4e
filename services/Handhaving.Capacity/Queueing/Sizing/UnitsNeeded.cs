using System.Globalization;
using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;

namespace Handhaving.Capacity.Queueing.Sizing;

/// <summary>The fewest units that do what is asked.</summary>
/// <param name="Planned">Units to plan for them: over the availability, rounded up.</param>
/// <param name="Measured">What callers meet with them.</param>
/// <param name="OneFewer">What if one fewer; null when one is enough.</param>
/// <param name="SquareRootUnits">By the rule of thumb for about the same chance of waiting.</param>
public sealed record UnitsNeeded(int Planned, UnitsMeasured Measured, UnitsMeasured? OneFewer, int SquareRootUnits)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">TARGET_OUT_OF_REACH, LOAD_UNSTABLE: more work than the most units can do.</exception>
    public static UnitsNeeded Of(PriorityLoad load, UnitsAsked asked)
    {
        var most = asked.Most.ToString(CultureInfo.InvariantCulture);
        QueueingRules.Stable.Require(load.Total.Erlangs < asked.Most, ("erlangs", load.Total.Erlangs.ToString("0.##", CultureInfo.InvariantCulture)), ("units", most));
        var first = Math.Max(Staffing.SmallestFor(load.Total, asked.Target), asked.Reserve.Units + 1);
        for (var units = first; units <= asked.Most; units++)
        {
            var measured = UnitsMeasured.Of(load, units, asked);
            if (!asked.IsMetBy(measured)) continue;
            return new(PlannedFor(units, asked.Availability), measured, units > 1 ? UnitsMeasured.Of(load, units - 1, asked) : null, SquareRootOf(load.Total, measured));
        }
        throw QueueingRules.InReach.Broken(("units", most));
    }

    /// <summary>Share of the time of planned units that is left for patrol, after calls and other work; 0 to 1.</summary>
    public static double PatrolShare(PriorityLoad load, int planned, double availability) => Math.Max(0, planned * availability - load.Total.Erlangs) / planned;

    private static int PlannedFor(int units, double availability)
    {
        var planned = (int)Math.Ceiling(units / availability - 1e-9);
        while (new EffectiveUnits(planned, availability).Floor < units) planned++;
        return planned;
    }

    private static int SquareRootOf(TrafficLoad load, UnitsMeasured measured) =>
        measured.Waiting is { ProbabilityWait: > 0 and < 1 } waiting ? SquareRootStaffing.UnitsFor(load, waiting.ProbabilityWait) : measured.Units;
}
