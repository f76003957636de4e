using System.Diagnostics;

namespace Handhaving.Benchmarks.Measuring;

/// <summary>A number of callers that each wait for their answer: what a system carries, no claim about latency.</summary>
internal static class ClosedLoop
{
    /// <param name="call">One operation of a caller; it throws when the answer is not the right one.</param>
    /// <returns>Operations, at least one of each caller however late it came to run, and how long it really took.</returns>
    public static async Task<(long Operations, TimeSpan Elapsed)> RunAsync(int callers, TimeSpan length, Func<int, CancellationToken, Task> call, CancellationToken cancellation)
    {
        var counts = new long[callers];
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            do
            {
                await call(caller, cancellation);
                counts[caller]++;
            }
            while (Stopwatch.GetElapsedTime(began) < length);
        }, cancellation)));
        return (counts.Sum(), Stopwatch.GetElapsedTime(began));
    }
}
