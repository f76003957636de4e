using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>Ten times as many operations for ten seconds: what they take, and how long those after them still feel it.</summary>
internal static class BurstBenchmark
{
    private const int TimesAsMany = 10;

    public static Benchmark Of(Subject subject) => new($"{subject.Benchmark}-burst", $"{subject.What}, through a ten-fold burst", (run, cancellation) => RunAsync(run, subject, cancellation));

    private static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, Subject subject, CancellationToken cancellation)
    {
        var name = $"{subject.Benchmark}-burst";
        await using var system = await SystemUnderTest.StartAsync(run, name.ToLowerInvariant().Replace('-', '_'), withBroker: true, withGateway: subject.Benchmark == "B4", cancellation);
        await using var load = await subject.OpenAsync(run, system, cancellation);
        await load.RunAsync(subject.PerSecond, run.Warm, cancellation);
        var length = TimeSpan.FromSeconds(run.IsQuick ? 3 : 10);
        List<double> quiet = [], burst = [], recoveries = [];
        for (var round = 0; round < (run.IsQuick ? 1 : BenchmarkRun.Pairs); round++)
        {
            quiet.Add(Statistics.Percentile(await load.RunAsync(subject.PerSecond, run.Leg, cancellation), 0.99));
            var many = load.RunAsync(subject.PerSecond * TimesAsMany, length, cancellation);
            await Task.Delay(length, cancellation);
            var after = await load.RunAsync(subject.PerSecond, run.Leg, cancellation);
            burst.Add(Statistics.Percentile(await many, 0.99));
            recoveries.Add(Recovery.Of(after, subject.PerSecond, TimeSpan.Zero, quiet[^1]).TotalSeconds);
            await load.RequireWholeAsync(cancellation);
        }
        var note = FormattableString.Invariant($"p99 {Statistics.Median(burst):0.0} ms in the burst and {Statistics.Median(quiet):0.0} ms before it; quiet again {Statistics.Median(recoveries):0.0} s after it, at most {recoveries.Max():0.0} s; {subject.Counted}; median of {recoveries.Count} runs");
        return [new(name, $"{subject.What}, {subject.PerSecond * TimesAsMany:0}/s for {length.TotalSeconds:0} s after {subject.PerSecond:0}/s, p99", "the same before it", Statistics.Median(burst) / Statistics.Median(quiet), "-", note)];
    }
}
