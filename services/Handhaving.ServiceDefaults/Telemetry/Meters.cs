using System.Diagnostics.Metrics;

namespace Handhaving.ServiceDefaults.Telemetry;

/// <summary>What every service measures of itself; calls and their durations come from ASP.NET Core, queries from Npgsql, deliveries from MassTransit.</summary>
public static class Meters
{
    /// <summary>The platform's own meter; a service adds what only it can count.</summary>
    public static readonly Meter Own = new(TelemetrySetup.SourceName);

    public static readonly Histogram<long> CommitSize = Own.CreateHistogram<long>("handhaving.commit.size", "{act}", "Acts that shared a commit.", tags: null, Buckets.Batches);
    public static readonly Histogram<double> CommitDuration = Own.CreateHistogram<double>("handhaving.commit.duration", "s", "From taking a batch of acts to its commit.", tags: null, Buckets.Durations);
    public static readonly Counter<long> OutboxSent = Own.CreateCounter<long>("handhaving.outbox.sent", "{message}", "Messages confirmed by the broker.");
    public static readonly Counter<long> OutboxFailed = Own.CreateCounter<long>("handhaving.outbox.failed", "{message}", "Messages that were not confirmed and stay in the outbox.");
    public static readonly Histogram<double> OutboxDelay = Own.CreateHistogram<double>("handhaving.outbox.delay", "s", "From a fact's transaction to the broker's confirmation.", tags: null, Buckets.Durations);
    public static readonly Gauge<double> OutboxAge = Own.CreateGauge<double>("handhaving.outbox.age", "s", "Age of the oldest message that the broker has not confirmed.");
    public static readonly Histogram<double> FeedDelay = Own.CreateHistogram<double>("handhaving.feed.delay", "s", "From a change's transaction to the screens of this process.", tags: null, Buckets.Durations);
    public static readonly Gauge<double> FeedLag = Own.CreateGauge<double>("handhaving.feed.lag", "s", "Age of the oldest change that the screens of this process have not got.");
    public static readonly Counter<long> InboxTaken = Own.CreateCounter<long>("handhaving.inbox.taken", "{message}", "Messages that had their effect.");
    public static readonly Counter<long> InboxDuplicates = Own.CreateCounter<long>("handhaving.inbox.duplicates", "{message}", "Messages that had had their effect before.");
    public static readonly Gauge<long> Parked = Own.CreateGauge<long>("handhaving.parking.waiting", "{message}", "Parked messages that nobody replayed yet.");
    public static readonly Counter<long> Refusals = Own.CreateCounter<long>("handhaving.refusals", "{call}", "Calls refused, by reason.");
    public static readonly Histogram<double> CanaryTrip = Own.CreateHistogram<double>("handhaving.canary.trip", "s", "From accepting a canary to its return on the stream.", tags: null, Buckets.Durations);
    public static readonly Gauge<long> Degraded = Own.CreateGauge<long>("handhaving.degraded", "{part}", "1 while a part of the platform does not work, by part.");
    public static readonly Histogram<double> StartDuration = Own.CreateHistogram<double>("handhaving.start.duration", "s", "From the start of the process to taking calls.", tags: null, Buckets.Durations);
}
