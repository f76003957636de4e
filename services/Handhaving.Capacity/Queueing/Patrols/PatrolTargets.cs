namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>Targets of a team in an hour; what is null is not asked.</summary>
public sealed record PatrolTargets
{
    public double? MaximumUtilisation { get; init; }

    public double? MaximumProbabilityWait { get; init; }

    /// <summary>By priority, the highest first; a priority beyond the list has no target.</summary>
    public IReadOnlyList<double?> MaximumWaitSeconds { get; init; } = [];

    public double? MaximumMeanTravelSeconds { get; init; }

    public double? MaximumMeanResponseSeconds { get; init; }

    public double? MinimumPassesPerHour { get; init; }

    public double? MinimumPatrolShare { get; init; }

    /// <summary>Targets that the forecast misses, in its cautious reading.</summary>
    public IReadOnlySet<PatrolTarget> MissedBy(PatrolForecast forecast)
    {
        HashSet<PatrolTarget> missed = [];
        if (forecast.PatrolShare < MinimumPatrolShare) missed.Add(PatrolTarget.PatrolShare);
        if (forecast.AtFloor is not { } measures)
        {
            missed.Add(PatrolTarget.Stable);
            return missed;
        }
        if (measures.Utilisation > MaximumUtilisation) missed.Add(PatrolTarget.Utilisation);
        if (measures.ProbabilityWait > MaximumProbabilityWait) missed.Add(PatrolTarget.ProbabilityWait);
        if (measures.WaitSeconds.Zip(MaximumWaitSeconds).Any(priority => priority.First > priority.Second)) missed.Add(PatrolTarget.WaitOfPriority);
        if (measures.MeanTravelSeconds > MaximumMeanTravelSeconds) missed.Add(PatrolTarget.MeanTravel);
        if (measures.MeanResponseSeconds > MaximumMeanResponseSeconds) missed.Add(PatrolTarget.MeanResponse);
        if (measures.PassesPerHour < MinimumPassesPerHour) missed.Add(PatrolTarget.Passes);
        return missed;
    }

    /// <summary>Each target is a number that a measure can have.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NEGATIVE.</exception>
    internal void Require()
    {
        foreach (var (target, field) in new[]
        {
            (MaximumUtilisation, "maximumUtilisation"), (MaximumProbabilityWait, "maximumProbabilityWait"), (MaximumMeanTravelSeconds, "maximumMeanTravelSeconds"),
            (MaximumMeanResponseSeconds, "maximumMeanResponseSeconds"), (MinimumPassesPerHour, "minimumPassesPerHour"), (MinimumPatrolShare, "minimumPatrolShare"),
        }.Concat(MaximumWaitSeconds.Select(wait => (wait, "maximumWaitSeconds"))))
            if (target is { } number) QueueingRules.RequireNotNegative(number, field);
    }
}
