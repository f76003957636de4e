using Handhaving.Benchmarks.Measuring;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>How long operations felt what is over.</summary>
internal static class Recovery
{
    private const double SliceSeconds = 0.5;

    /// <summary>From the end of a disturbance until the half second from which on the middle operation took no longer than the slowest hundredth on a quiet day.</summary>
    /// <param name="latencies">Milliseconds of the operations in the order they were due.</param>
    /// <param name="over">After the first was due.</param>
    /// <param name="quiet">Milliseconds, p99.</param>
    public static TimeSpan Of(IReadOnlyList<double> latencies, double perSecond, TimeSpan over, double quiet)
    {
        var slice = Math.Max(1, (int)(perSecond * SliceSeconds));
        var last = latencies.Chunk(slice).Index().Where(part => Statistics.Median(part.Item) > quiet).Select(part => part.Index + 1).DefaultIfEmpty(0).Max();
        var recovered = TimeSpan.FromSeconds(last * slice / perSecond) - over;
        return recovered > TimeSpan.Zero ? recovered : TimeSpan.Zero;
    }
}
