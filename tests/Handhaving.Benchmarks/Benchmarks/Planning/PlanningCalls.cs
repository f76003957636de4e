using System.Diagnostics;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Planning;

/// <summary>Calls of planners by themselves, each timed, held against the limit of an answer.</summary>
internal static class PlanningCalls
{
    /// <summary>p99 in milliseconds.</summary>
    public const double Longest = 50;

    private const int Callers = 4;

    /// <param name="call">Throws when the answer is not the right one.</param>
    public static async Task<Finding> MeasureAsync(string name, string what, CapacitySystem system, BenchmarkRun run, Func<CancellationToken, Task> call, CancellationToken cancellation)
    {
        await ClosedLoop.RunAsync(Callers, run.Warm, (_, stop) => call(stop), cancellation);
        var latencies = Enumerable.Range(0, Callers).Select(_ => new List<double>()).ToList();
        var ((operations, elapsed), uses) = await system.Watch.FollowAsync(() => ClosedLoop.RunAsync(Callers, BenchmarkRun.Pairs * run.Leg, async (caller, stop) =>
        {
            var began = Stopwatch.GetTimestamp();
            await call(stop);
            latencies[caller].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }, cancellation));
        var figures = Figures.Of([new(operations, elapsed, [.. latencies.SelectMany(caller => caller)], uses)]);
        return new(name, $"{what}, p99, {Callers} planners at once", $"the limit of {Longest:0} ms", figures.P99Milliseconds / Longest, "<= 1x", $"{operations} answers") { Ours = figures };
    }
}
