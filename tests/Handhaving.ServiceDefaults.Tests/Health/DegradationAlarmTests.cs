using Handhaving.ServiceDefaults.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Health;

/// <summary>What does not work is kept with its beginning and alarmed once per episode.</summary>
public sealed class DegradationAlarmTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_part_that_fails_is_told_once_with_its_beginning_and_told_again_when_it_recovers()
    {
        var alarm = new DegradationAlarm(clock, NullLogger<DegradationAlarm>.Instance);
        var changes = 0;
        alarm.Changed += () => changes++;
        var began = clock.GetUtcNow();

        await alarm.PublishAsync(Report(("broker", HealthStatus.Degraded), ("cache", HealthStatus.Healthy)), TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(2));
        await alarm.PublishAsync(Report(("broker", HealthStatus.Unhealthy), ("cache", HealthStatus.Healthy)), TestContext.Current.CancellationToken);
        Assert.Equal([new Degradation("broker", began)], alarm.Current);
        Assert.Equal(1, changes);

        await alarm.PublishAsync(Report(("broker", HealthStatus.Healthy), ("cache", HealthStatus.Degraded)), TestContext.Current.CancellationToken);

        Assert.Equal([new Degradation("cache", clock.GetUtcNow())], alarm.Current);
        Assert.Equal(2, changes);
    }

    [Fact]
    public async Task What_counts_for_ready_alone_is_no_degradation()
    {
        var alarm = new DegradationAlarm(clock, NullLogger<DegradationAlarm>.Instance);

        await alarm.PublishAsync(new(new Dictionary<string, HealthReportEntry> { ["ready"] = new(HealthStatus.Unhealthy, null, default, null, null) }, default), TestContext.Current.CancellationToken);

        Assert.Empty(alarm.Current);
    }

    private static HealthReport Report(params (string Part, HealthStatus Status)[] parts) =>
        new(parts.ToDictionary(part => part.Part, part => new HealthReportEntry(part.Status, "text", default, null, null, [HealthTags.Degraded])), default);
}
