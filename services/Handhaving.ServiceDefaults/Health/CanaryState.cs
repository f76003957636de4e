using System.Collections.Concurrent;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>When the youngest canary that came back was sent, per tenant. A process is alive long after nothing flows through it any more; this tells.</summary>
public sealed class CanaryState
{
    /// <summary>Silence after which something between report and screen stands still.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<TenantId, DateTimeOffset> sent = new();
    private readonly TimeProvider clock;

    public CanaryState(TimeProvider clock)
    {
        this.clock = clock;
        Meters.Own.CreateObservableGauge("handhaving.canary.silence", () => Silences.Select(pair => new System.Diagnostics.Metrics.Measurement<double>(pair.Value.TotalSeconds, new KeyValuePair<string, object?>("tenant", pair.Key.Value))), "s", "Since the youngest canary that came back was sent.");
    }

    /// <summary>How long ago the youngest canary that came back was sent; empty when nobody sends any.</summary>
    public IReadOnlyDictionary<TenantId, TimeSpan> Silences => sent.ToDictionary(pair => pair.Key, pair => clock.GetUtcNow() - pair.Value);

    /// <summary>A tenant is watched from now on.</summary>
    public void Expect(TenantId tenant) => sent.TryAdd(tenant, clock.GetUtcNow());

    /// <summary>A canary came back.</summary>
    public void Arrived(TenantId tenant, DateTimeOffset sentAt)
    {
        sent.AddOrUpdate(tenant, sentAt, (_, known) => known > sentAt ? known : sentAt);
        Meters.CanaryTrip.Record((clock.GetUtcNow() - sentAt).TotalSeconds);
    }
}
