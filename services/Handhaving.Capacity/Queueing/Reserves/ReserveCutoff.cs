using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Queueing.Reserves;

/// <summary>A reserve for high priority: low priority waits while free units are at or below it (Schaack and Larson 1986).</summary>
public static class ReserveCutoff
{
    public const int MaximumUnits = 200;

    /// <summary>Waits of both priorities. Null = unstable: low (or high) priority gets more calls than the units left can serve.</summary>
    /// <param name="high">Calls that may take any unit; in the line they go first.</param>
    /// <param name="lowArrivalsPerHour">Calls with the same mean service time that must leave the reserve alone.</param>
    /// <param name="units">c, 1 to 200: beyond it a passage may last longer than a number can say.</param>
    /// <param name="reserve">r, 0 to c - 1; with 0 this is Cobham's model of two priorities.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE, NUMBER_NEGATIVE.</exception>
    public static ReserveMeasures? Of(TrafficLoad high, double lowArrivalsPerHour, int units, int reserve)
    {
        QueueingRules.RequireCount(units, 1, MaximumUnits, "units");
        QueueingRules.RequireCount(reserve, 0, units - 1, "reserve");
        QueueingRules.RequireNotNegative(lowArrivalsPerHour, "lowArrivalsPerHour");
        if (high.Erlangs >= units) return null;

        // Per mean service time: low calls start one by one, each time the units at work fall back below the cut-off, so those who wait see M/G/1 with that passage as service.
        var low = lowArrivalsPerHour * high.MeanServiceSeconds / 3600;
        var passage = ClosedPeriod.Of(high.Erlangs, units, cutoff: units - reserve);
        var lowUtilisation = low * passage.Mean;
        if (lowUtilisation >= 1) return null;

        var closed = ProbabilityClosed(high.Erlangs + low, units - reserve, passage.Mean / (1 - lowUtilisation));
        var allBusy = closed * passage.ShareAllBusy;
        return new(
            new(allBusy, allBusy / (units - high.Erlangs) * high.MeanServiceSeconds),
            new(closed, closed * passage.SecondMoment / (2 * passage.Mean) / (1 - lowUtilisation) * high.MeanServiceSeconds));
    }

    // Below the cut-off the number at work is a birth-death chain; each step up to the cut-off opens one closed stretch of the given mean length.
    private static double ProbabilityClosed(double erlangs, int cutoff, double meanLength)
    {
        var (open, weight) = (1.0, 1.0);
        for (var busy = 1; busy < cutoff; busy++)
        {
            weight *= erlangs / busy;
            open += weight;
            if (open < 1e200) continue;
            (weight, open) = (weight / open, 1);
        }
        var closed = weight * erlangs * meanLength;
        return closed / (open + closed);
    }
}
