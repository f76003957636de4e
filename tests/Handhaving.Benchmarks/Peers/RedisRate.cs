using System.Globalization;

namespace Handhaving.Benchmarks.Peers;

/// <summary>What redis-benchmark says it did, of its lines <c>"test","requests a second",...</c>.</summary>
internal static class RedisRate
{
    public static double Of(string output, string command)
    {
        var figures = output.Split('\n').LastOrDefault(line => line.StartsWith('"' + command, StringComparison.Ordinal))?.Split("\",\"");
        if (figures is not { Length: > 1 }) throw new InvalidOperationException($"redis-benchmark failed: {output}");
        return double.Parse(figures[1].Trim('"'), CultureInfo.InvariantCulture);
    }
}
