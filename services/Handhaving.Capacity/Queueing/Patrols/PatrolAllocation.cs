namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>Prescriptive mode over teams and hours: a given number of unit hours, divided so that callers wait for arrival as briefly as can be.</summary>
public static class PatrolAllocation
{
    /// <summary>
    /// Planned units per hour, in the order given: first what each needs for its targets, then one by one to the hour where all callers together win most.
    /// Null = the unit hours do not suffice for the targets.
    /// </summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE, COUNT_OUT_OF_RANGE.</exception>
    public static IReadOnlyList<int>? Divide(IReadOnlyList<PatrolHour> hours, PatrolTargets targets, int unitHours)
    {
        QueueingRules.RequireCount(hours.Count, 1, 1_000, "hours");
        QueueingRules.RequireCount(unitHours, 1, hours.Count * PatrolHour.MaximumUnits, "unitHours");
        var planned = new int[hours.Count];
        for (var place = 0; place < hours.Count; place++)
        {
            if (PatrolStaffing.SmallestFor(hours[place], targets, Math.Min(unitHours, PatrolHour.MaximumUnits)) is not { } least) return null;
            planned[place] = least;
        }
        if (planned.Sum() > unitHours) return null;

        var gains = new PriorityQueue<int, (double, int)>(planned.Select((units, place) => (place, (-GainOfOneMore(hours[place], units), place))));
        for (var left = unitHours - planned.Sum(); left > 0 && gains.TryDequeue(out var place, out _); left--)
        {
            planned[place]++;
            if (planned[place] < PatrolHour.MaximumUnits) gains.Enqueue(place, (-GainOfOneMore(hours[place], planned[place]), place));
        }
        return planned;
    }

    // Seconds that all callers of the hour together win.
    private static double GainOfOneMore(PatrolHour hour, int planned) => planned == PatrolHour.MaximumUnits
        ? 0
        : hour.Calls.Total.ArrivalsPerHour * (hour.With(planned).MeanResponseSeconds - hour.With(planned + 1).MeanResponseSeconds ?? 0);
}
