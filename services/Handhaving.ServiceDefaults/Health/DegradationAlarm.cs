using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>A part of the platform that does not work now.</summary>
/// <param name="Part">Name of its health check.</param>
public sealed record Degradation(string Part, DateTimeOffset Since);

/// <summary>Keeps what does not work now, for screens, and alarms when it begins and ends: a log line and a metric.</summary>
public sealed partial class DegradationAlarm(TimeProvider clock, ILogger<DegradationAlarm> logger) : IHealthCheckPublisher
{
    /// <summary>Raised when a part fails or recovers.</summary>
    public event Action? Changed;

    /// <summary>Oldest first; a new list at each change.</summary>
    public IReadOnlyList<Degradation> Current { get; private set; } = [];

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        var watched = report.Entries.Where(entry => entry.Value.Tags.Contains(HealthTags.Degraded)).ToList();
        foreach (var (part, entry) in watched) Meters.Degraded.Record(entry.Status is HealthStatus.Healthy ? 0 : 1, new KeyValuePair<string, object?>("part", part));
        var failing = watched.Where(entry => entry.Value.Status is not HealthStatus.Healthy).ToDictionary(entry => entry.Key, entry => entry.Value);
        var begun = failing.Keys.Except(Current.Select(known => known.Part)).ToList();
        var ended = Current.Where(known => !failing.ContainsKey(known.Part)).ToList();
        if (begun.Count == 0 && ended.Count == 0) return Task.CompletedTask;
        foreach (var part in begun) LogBegun(part, failing[part].Description ?? failing[part].Exception?.GetType().Name ?? "no answer");
        foreach (var part in ended) LogEnded(part.Part, (clock.GetUtcNow() - part.Since).TotalSeconds);
        Current = [.. Current.Except(ended), .. begun.Select(part => new Degradation(part, clock.GetUtcNow()))];
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 1701, Level = LogLevel.Error, Message = "Degraded: {Part}. {Description}")]
    private partial void LogBegun(string part, string description);

    [LoggerMessage(EventId = 1702, Level = LogLevel.Warning, Message = "Recovered: {Part}, after {Seconds:0} s")]
    private partial void LogEnded(string part, double seconds);
}
