namespace Handhaving.Gateway.Routes;

/// <summary>How the gateway watches the replicas; section Probes of the configuration.</summary>
public sealed record ProbeSettings
{
    /// <summary>Time between two questions whether a replica is ready.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time of an answer.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a replica that refused a connection is left out.</summary>
    public TimeSpan RefusedFor { get; init; } = TimeSpan.FromSeconds(2);
}
