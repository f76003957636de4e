using System.Diagnostics;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>What the operations of a benchmark feel while something befalls the platform, against the same without: in turn, until enough pairs were steady.</summary>
internal static class DisturbedBenchmark
{
    private const int MostPairs = 9;

    public static Benchmark Of(Subject subject, Disturbance disturbance) =>
        new($"{subject.Benchmark}-{disturbance.Name}", $"{subject.What}, beside {disturbance.What}", (run, cancellation) => RunAsync(run, subject, disturbance, cancellation));

    private static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, Subject subject, Disturbance disturbance, CancellationToken cancellation)
    {
        var name = $"{subject.Benchmark}-{disturbance.Name}";
        await using var system = await SystemUnderTest.StartAsync(run, name.ToLowerInvariant().Replace('-', '_'), withBroker: true, withGateway: subject.Benchmark == "B4", cancellation);
        await system.StartSecondDispatchAsync(cancellation);
        await using var load = await subject.OpenAsync(run, system, cancellation);
        await load.RunAsync(subject.PerSecond, run.Warm, cancellation);
        List<double> quiet = [await QuietAsync()], disturbed = [];
        List<TimeSpan> recoveries = [];
        for (var pair = 0; pair < (run.IsQuick ? 1 : MostPairs) && Ratio().Kept < BenchmarkRun.Pairs; pair++)
        {
            var (latencies, over) = await DisturbedAsync();
            disturbed.Add(Statistics.Percentile(latencies, 0.99));
            recoveries.Add(Recovery.Of(latencies, subject.PerSecond, over, quiet[^1]));
            quiet.Add(await QuietAsync());
        }
        var ratio = Ratio();
        var note = FormattableString.Invariant($"p99 {Statistics.Median(disturbed):0.0} ms beside it and {Statistics.Median(quiet):0.0} ms without, by {subject.PerSecond:0}/s; quiet again {Statistics.Median(recoveries.Select(time => time.TotalSeconds)):0.0} s after; {subject.Counted}; {ratio.Text}");
        return [new(name, $"{subject.What}, beside {disturbance.What}, p99", "the same without", ratio.Value, disturbance.Target, note)];

        // The quiet runs stand around each disturbed one; of their slowness the ratio is asked, so both are turned over.
        PairRatio Ratio() => disturbed.Count == 0 ? new(null, 0, 0) : PairRatio.Of([.. quiet.Select(tail => 1 / tail)], [.. disturbed.Select(tail => 1 / tail)]);

        async Task<double> QuietAsync()
        {
            var latencies = await load.RunAsync(subject.PerSecond, run.Leg, cancellation);
            await load.RequireWholeAsync(cancellation);
            return Statistics.Percentile(latencies, 0.99);
        }

        async Task<(double[] Latencies, TimeSpan Over)> DisturbedAsync()
        {
            var length = TimeSpan.FromSeconds(Math.Max(run.Leg.TotalSeconds, disturbance.LastsSeconds));
            var began = Stopwatch.GetTimestamp();
            var befalling = OverAsync();
            var latencies = await load.RunAsync(subject.PerSecond, length, cancellation);
            var over = await befalling;
            await load.RequireWholeAsync(cancellation);
            return (latencies, over);

            async Task<TimeSpan> OverAsync()
            {
                await disturbance.BefallAsync(system, length, cancellation);
                return Stopwatch.GetElapsedTime(began);
            }
        }
    }
}
