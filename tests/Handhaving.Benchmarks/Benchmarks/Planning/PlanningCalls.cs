using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Planning;

/// <summary>Calls of planners by a timetable, held against the limit of an answer.</summary>
internal static class PlanningCalls
{
    /// <summary>p99 in milliseconds.</summary>
    public const double Longest = 50;

    /// <param name="perSecond">As often as the timetable has one.</param>
    /// <param name="call">Throws when the answer is not the right one.</param>
    public static async Task<Finding> MeasureAsync(string name, string what, CapacitySystem system, BenchmarkRun run, double perSecond, Func<CancellationToken, Task> call, CancellationToken cancellation)
    {
        await ClosedLoop.RunAsync(callers: 1, run.Warm, (_, stop) => call(stop), cancellation);
        var length = BenchmarkRun.Pairs * run.Leg;
        var (latencies, uses) = await system.Watch.FollowAsync(() => OpenLoop.RunAsync(perSecond, length, _ => call(cancellation), cancellation));
        var figures = Figures.Of([new(latencies.Length, length, latencies, uses)]);
        return new(name, $"{what}, {perSecond:0}/s by a timetable, p99", $"the limit of {Longest:0} ms", figures.P99Milliseconds / Longest, "<= 1x", $"{latencies.Length} answers") { Ours = figures };
    }
}
