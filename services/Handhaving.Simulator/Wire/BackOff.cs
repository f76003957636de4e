using Handhaving.Simulator.Scenario;

namespace Handhaving.Simulator.Wire;

/// <summary>Exponential back-off with jitter: 100 ms doubling to at most 3 s, of which the upper half is chance.</summary>
public static class BackOff
{
    private const double FirstMilliseconds = 100, LongestMilliseconds = 3_000;

    /// <summary>How long to wait after this many failed tries in a row, from 1.</summary>
    public static TimeSpan After(int failures, Chance chance)
    {
        var full = Math.Min(LongestMilliseconds, FirstMilliseconds * Math.Pow(2, Math.Min(failures, 16) - 1));
        return TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * chance.Next())));
    }
}
