namespace Handhaving.ServiceDefaults.Health;

/// <summary>What a health check counts for.</summary>
public static class HealthTags
{
    /// <summary>Takes the instance out of the balance while it fails.</summary>
    public const string Ready = "ready";

    /// <summary>Shown and alarmed while it fails; the instance stays.</summary>
    public const string Degraded = "degraded";

    /// <summary>The canary: shown and alarmed, and asked at its own address.</summary>
    public const string Canary = "canary";
}
