using Handhaving.Benchmarks.Measuring;

namespace Handhaving.Benchmarks.Reporting;

/// <summary>One line of the outcome: what was measured, against what, and how it stands to the target.</summary>
/// <param name="What">What was measured, with its unit.</param>
/// <param name="Ratio">Ours over the peer's in the sense of the target; null = not measured.</param>
/// <param name="Target">As the target is written: <c>&gt;= 2x</c>, <c>&lt;= 1.2x</c>.</param>
/// <param name="Note">What a reader must know; why it was not measured.</param>
internal sealed record Finding(string Benchmark, string What, string Peer, double? Ratio, string Target, string Note)
{
    /// <summary>Whether the target is met; null = not measured, or no target.</summary>
    public bool? Met => Verdict.Of(Ratio, Target);

    public Figures? Ours { get; init; }

    public Figures? Theirs { get; init; }

    public static Finding NotMeasured(string benchmark, string what, string peer, string target, string why) => new(benchmark, what, peer, null, target, why);
}

/// <summary>A side's figures over its runs: medians.</summary>
internal sealed record Figures(double? PerSecond, double? P50Milliseconds, double? P99Milliseconds, IReadOnlyList<PartFigure> Parts)
{
    public static Figures Of(IReadOnlyList<Sample> samples)
    {
        var latencies = samples.Where(sample => sample.LatenciesMilliseconds.Length > 0).ToList();
        return new(
            Statistics.Median(samples.Select(sample => sample.PerSecond)),
            latencies.Count == 0 ? null : Statistics.Median(latencies.Select(sample => Statistics.Percentile(sample.LatenciesMilliseconds, 0.5))),
            latencies.Count == 0 ? null : Statistics.Median(latencies.Select(sample => Statistics.Percentile(sample.LatenciesMilliseconds, 0.99))),
            [.. samples.SelectMany(sample => sample.Uses.Select(use => (use, sample.Operations))).GroupBy(pair => pair.use.Part).Select(part => new PartFigure(
                part.Key,
                Statistics.Median(part.Select(pair => pair.use.CpuMicroseconds / Math.Max(1, pair.Operations))),
                part.Max(pair => pair.use.MemoryMebibytes)))]);
    }
}

/// <summary>What one part costs: CPU for each operation, and memory at most.</summary>
internal sealed record PartFigure(string Part, double CpuMicrosecondsPerOperation, double MemoryMebibytes);
