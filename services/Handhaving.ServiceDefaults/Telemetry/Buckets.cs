using System.Diagnostics.Metrics;

namespace Handhaving.ServiceDefaults.Telemetry;

/// <summary>Bounds of the histograms: each target of the platform is one, so that the part below it can be read off and not only guessed.</summary>
public static class Buckets
{
    /// <summary>Seconds. Holds the bounds that OpenTelemetry sets for HTTP, and beside them the targets 1, 2.5, 15 and 20 ms, 1, 2 and 3 s, and those of timers.</summary>
    public static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.015, 0.02, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2, 2.5, 3, 5, 7.5, 10, 25, 60];

    /// <summary>How long something took or is behind, in seconds.</summary>
    public static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = Seconds };

    /// <summary>Things that were taken together; a commit holds at most 256.</summary>
    public static readonly InstrumentAdvice<long> Batches = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] };

    /// <summary>Units in a search: the sizes that targets are set for.</summary>
    public static readonly InstrumentAdvice<long> Fleets = new() { HistogramBucketBoundaries = [10, 50, 200, 1_000, 5_000, 10_000, 100_000] };
}
