using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Red when a canary stays away; also when none is sent, since a watch that does not run must not look green.</summary>
public sealed class CanaryCheck(CanaryState canaries, IConfiguration configuration) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silences = canaries.Silences;
        if (silences.Count == 0) return Task.FromResult(HealthCheckResult.Unhealthy(configuration["Canary:Gateway"] is { Length: > 0 } ? "No canary was sent yet." : "No canary is sent: Canary:Gateway is not configured."));
        var silent = silences.Where(pair => pair.Value > CanaryState.LongestSilence).Select(pair => pair.Key.Name).Order(StringComparer.Ordinal).ToList();
        var data = silences.ToDictionary(pair => pair.Key.Name, object (pair) => Math.Round(pair.Value.TotalSeconds, 1));
        return Task.FromResult(silent.Count == 0
            ? HealthCheckResult.Healthy("Every canary came back.", data)
            : HealthCheckResult.Unhealthy($"No canary came back from {string.Join(", ", silent)} for {CanaryState.LongestSilence.TotalSeconds} s.", data: data));
    }
}
