using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;
using Handhaving.Capacity.Queueing.Reserves;

namespace Handhaving.Capacity.Queueing.Sizing;

/// <summary>What is asked of the units of an hour.</summary>
public sealed record UnitsAsked
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE, AVAILABILITY_OUT_OF_RANGE, RESERVE_OF_NOBODY.</exception>
    public UnitsAsked(ServiceTarget target, IReadOnlyList<double?> maximumMeanWaitSeconds, UnitReserve reserve, double availability)
    {
        foreach (var wait in maximumMeanWaitSeconds) QueueingRules.RequireNotNegative(wait ?? 0, "maximumMeanWaitSeconds");
        QueueingRules.Availability.Require(availability is > 0 and <= 1);
        QueueingRules.ReserveOfSomebody.Require(reserve.Units == 0 || reserve.Priorities > 0);
        (Target, MaximumMeanWaitSeconds, Reserve, Availability) = (target, [.. maximumMeanWaitSeconds], reserve, availability);
    }

    /// <summary>Of all calls in one line.</summary>
    public ServiceTarget Target { get; }

    /// <summary>By priority, the highest first; null = none is asked, as of a priority beyond the list.</summary>
    public IReadOnlyList<double?> MaximumMeanWaitSeconds { get; }

    public UnitReserve Reserve { get; }

    /// <summary>Share of the time of a planned unit that is for calls and patrol, above 0 and at most 1.</summary>
    public double Availability { get; }

    /// <summary>The most units that are tried.</summary>
    public int Most => Reserve.Units > 0 ? ReserveCutoff.MaximumUnits : 500;

    /// <summary>Whether what callers meet is what was asked.</summary>
    public bool IsMetBy(UnitsMeasured measured) =>
        measured.ShareWithin >= Target.Share
        && (Reserve.Units == 0 || measured.Reserve is not null)
        && !measured.Waits.Zip(MaximumMeanWaitSeconds).Any(wait => wait.Second is { } most && !(wait.First.MeanWaitSeconds <= most));
}

/// <summary>Free units that are kept for high priority.</summary>
/// <param name="Units">0 = none.</param>
/// <param name="Priorities">How many priorities, the highest first, may take it.</param>
public readonly record struct UnitReserve(int Units, int Priorities);
