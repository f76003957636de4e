using System.Globalization;

namespace Handhaving.Benchmarks.Reporting;

/// <summary>Whether a ratio meets its target, as targets are written: <c>&gt;= 0.6x</c>, <c>&lt;= 1.2x</c>.</summary>
internal static class Verdict
{
    /// <returns>Null when nothing was measured, or nothing was asked.</returns>
    public static bool? Of(double? ratio, string target)
    {
        if (ratio is not { } value || target.Length < 5 || target[^1] != 'x' || !double.TryParse(target[3..^1], CultureInfo.InvariantCulture, out var bound)) return null;
        return target[..3] switch
        {
            ">= " => value >= bound,
            "<= " => value <= bound,
            _ => null,
        };
    }
}
