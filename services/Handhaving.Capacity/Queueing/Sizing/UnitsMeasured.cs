using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;
using Handhaving.Capacity.Queueing.Reserves;

namespace Handhaving.Capacity.Queueing.Sizing;

/// <summary>What callers meet with a number of units, by all models together.</summary>
/// <param name="Utilisation">Share of their time that goes to calls; 1 or more = unstable.</param>
/// <param name="Waiting">Erlang C; null = unstable.</param>
/// <param name="ShareWithin">Share of all calls that wait no longer than asked; null = unstable.</param>
/// <param name="Waits">Cobham, by priority.</param>
/// <param name="Reserve">Null without a reserve, or when the priorities that may not take it are more work than is left for them.</param>
public sealed record UnitsMeasured(int Units, double Utilisation, WaitMeasures? Waiting, double? ShareWithin, IReadOnlyList<PriorityWait> Waits, ReserveMeasures? Reserve)
{
    /// <param name="units">1 to 500; with a reserve to 200.</param>
    public static UnitsMeasured Of(PriorityLoad load, int units, UnitsAsked asked)
    {
        var line = WaitingLine.Of(load.Total, units);
        return new(units, line.Utilisation, line.Waiting, line.Waiting?.ShareWithin(asked.Target.MaximumWaitSeconds), PriorityLine.NonPreemptive(load, units), ReserveOf(load, units, asked.Reserve));
    }

    private static ReserveMeasures? ReserveOf(PriorityLoad load, int units, UnitReserve reserve) => reserve.Units == 0 || reserve.Units >= units
        ? null
        : ReserveCutoff.Of(new(load.ArrivalsPerHour.Take(reserve.Priorities).Sum(), load.Total.MeanServiceSeconds), load.ArrivalsPerHour.Skip(reserve.Priorities).Sum(), units, reserve.Units);
}
