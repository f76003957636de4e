using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Handhaving.Benchmarks.Measuring;

/// <summary>Starts operations by a timetable, whether or not earlier ones have ended; a latency counts from the due time, so that a stall is charged to all who waited in it.</summary>
internal static partial class OpenLoop
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>When each operation is due after the start.</summary>
    public static TimeSpan Due(long operation, double perSecond) => TimeSpan.FromSeconds(operation / perSecond);

    /// <param name="start">Begins an operation; its task ends with the answer.</param>
    /// <returns>Latency of each operation in milliseconds, in the order they were due.</returns>
    public static async Task<double[]> RunAsync(double perSecond, TimeSpan length, Func<long, Task> start, CancellationToken cancellation)
    {
        var count = (long)(perSecond * length.TotalSeconds);
        var latencies = new double[count];
        var running = await Task.Factory.StartNew(() => Launch(perSecond, latencies, start, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(running);
        return latencies;
    }

    private static Task[] Launch(double perSecond, double[] latencies, Func<long, Task> start, CancellationToken cancellation)
    {
        var running = new Task[latencies.Length];
        var began = Stopwatch.GetTimestamp();
        for (long operation = 0; operation < latencies.Length; operation++)
        {
            cancellation.ThrowIfCancellationRequested();
            var due = Due(operation, perSecond);
            SleepUntil(began, due);
            running[operation] = MeasureAsync(operation, began, due, latencies, start);
        }
        return running;
    }

    private static async Task MeasureAsync(long operation, long began, TimeSpan due, double[] latencies, Func<long, Task> start)
    {
        await start(operation);
        latencies[operation] = (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds;
    }

    // Thread.Sleep rounds up to whole milliseconds, which is as long as what is measured here. A signal ends a sleep early, so it is asked again.
    private static void SleepUntil(long began, TimeSpan due)
    {
        for (var left = due - Stopwatch.GetElapsedTime(began); left > TimeSpan.Zero; left = due - Stopwatch.GetElapsedTime(began))
        {
            var nanoseconds = (long)(left.TotalMilliseconds * 1_000_000);
            var time = new Timespec(nanoseconds / NanosecondsPerSecond, nanoseconds % NanosecondsPerSecond);
            _ = Nanosleep(in time, IntPtr.Zero);
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int Nanosleep(in Timespec time, IntPtr remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Timespec(long Seconds, long Nanoseconds);
}
