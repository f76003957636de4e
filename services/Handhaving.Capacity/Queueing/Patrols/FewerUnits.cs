namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>An hour with and without some units.</summary>
/// <param name="Missed">Targets that were met, and no longer are.</param>
public sealed record FewerUnits(PatrolForecast Now, PatrolForecast Then, IReadOnlySet<PatrolTarget> Missed)
{
    /// <summary>How much longer a caller waits for arrival, on average; null = then unstable.</summary>
    public double? AddedResponseSeconds => Then.MeanResponseSeconds - Now.MeanResponseSeconds;
}
