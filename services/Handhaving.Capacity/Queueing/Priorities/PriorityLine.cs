using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Queueing.Priorities;

/// <summary>Waits by priority, in the order of the load; calls of the same priority are served in order of arrival.</summary>
public static class PriorityLine
{
    /// <summary>Work under way is finished first: W_k = (C / (c mu)) / ((1 - s_{k-1}) (1 - s_k)) (Cobham 1954).</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE.</exception>
    public static IReadOnlyList<PriorityWait> NonPreemptive(PriorityLoad load, int units)
    {
        var waiting = WaitingLine.Of(load.Total, units).Waiting;
        var sums = load.CumulativeUtilisation(units);
        return [.. load.ArrivalsPerHour.Select((_, place) => (waiting, sums[place + 1]) switch
        {
            (_, >= 1) => PriorityWait.Without(PriorityWaitOutcome.Unstable),
            (null, _) => PriorityWait.Without(PriorityWaitOutcome.UnstableBelow),
            var (stable, sum) => PriorityWait.Known(stable.ProbabilityWait * load.Total.MeanServiceSeconds / units / ((1 - sums[place]) * (1 - sum))),
        })];
    }

    /// <summary>One unit, which leaves its work for a higher priority and resumes it later: W_k = (1/mu) / ((1 - s_{k-1}) (1 - s_k)) - 1/mu; lower priorities do not touch it.</summary>
    public static IReadOnlyList<PriorityWait> PreemptiveResume(PriorityLoad load)
    {
        var sums = load.CumulativeUtilisation(units: 1);
        return [.. load.ArrivalsPerHour.Select((_, place) => sums[place + 1] >= 1
            ? PriorityWait.Without(PriorityWaitOutcome.Unstable)
            : PriorityWait.Known(load.Total.MeanServiceSeconds * (1 / ((1 - sums[place]) * (1 - sums[place + 1])) - 1)))];
    }
}
