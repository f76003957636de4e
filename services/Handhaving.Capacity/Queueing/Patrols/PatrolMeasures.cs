using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;

namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>What callers and streets see of a whole number of units.</summary>
/// <param name="Utilisation">Share of the units' time that goes to calls.</param>
/// <param name="ProbabilityWait">Chance that a call finds no unit free.</param>
/// <param name="WaitSeconds">Mean wait for a unit, by priority, the highest first.</param>
/// <param name="MeanWaitSeconds">The same over all calls.</param>
/// <param name="MeanTravelSeconds">Mean drive of the nearest free unit; when all are busy, of the one that comes free.</param>
/// <param name="PassesPerHour">How often a patrol passes a place.</param>
public sealed record PatrolMeasures(
    double Utilisation, double ProbabilityWait, IReadOnlyList<double> WaitSeconds, double MeanWaitSeconds, double MeanTravelSeconds, double PassesPerHour)
{
    /// <summary>Call to arrival, over all calls.</summary>
    public double MeanResponseSeconds => MeanWaitSeconds + MeanTravelSeconds;

    internal static PatrolMeasures? Of(PatrolHour hour, int units)
    {
        var calls = hour.Calls.Total;
        if (units == 0 || BusyUnits.Distribution(calls, units) is not { } busy || WaitingLine.Of(calls, units).Waiting is not { } waiting) return null;
        return new(
            calls.Erlangs / units,
            waiting.ProbabilityWait,
            [.. PriorityLine.NonPreemptive(hour.Calls, units).Select(wait => wait.MeanWaitSeconds ?? throw new InvalidOperationException("A stable load has a wait for each priority."))],
            waiting.MeanWaitSeconds,
            busy.Select((chance, count) => chance * hour.Area.TravelSeconds(Math.Max(1, units - count))).Sum(),
            (units - calls.Erlangs) * hour.Area.PatrolKilometersPerHour / hour.Area.StreetKilometers);
    }
}
