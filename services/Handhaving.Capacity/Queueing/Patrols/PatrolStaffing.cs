namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>Prescriptive mode for one hour: units for a target.</summary>
public static class PatrolStaffing
{
    /// <summary>Smallest number of planned units that meets all targets; null = not even the most do.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE, COUNT_OUT_OF_RANGE.</exception>
    public static int? SmallestFor(PatrolHour hour, PatrolTargets targets, int most)
    {
        targets.Require();
        QueueingRules.RequireCount(most, 1, PatrolHour.MaximumUnits, "most");
        for (var planned = 1; planned <= most; planned++)
            if (targets.MissedBy(hour.With(planned)).Count == 0) return planned;
        return null;
    }

    /// <summary>What if units go elsewhere, to an event say: the hour as planned, the hour without them, and the targets that only then are missed.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE, COUNT_OUT_OF_RANGE.</exception>
    public static FewerUnits WithFewer(PatrolHour hour, PatrolTargets targets, int planned, int fewer)
    {
        targets.Require();
        QueueingRules.RequireCount(fewer, 1, planned, "fewer");
        var (now, then) = (hour.With(planned), hour.With(planned - fewer));
        return new(now, then, targets.MissedBy(then).Except(targets.MissedBy(now)).ToHashSet());
    }
}
