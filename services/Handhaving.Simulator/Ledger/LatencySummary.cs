namespace Handhaving.Simulator.Ledger;

/// <summary>Latency of one rpc in milliseconds: nearest-rank percentiles over all answered tries.</summary>
public sealed record LatencySummary(string Rpc, int Count, double P50, double P90, double P99, double Max)
{
    /// <summary>Sums up at least one measurement.</summary>
    public static LatencySummary Of(string rpc, IEnumerable<TimeSpan> measured)
    {
        var sorted = measured.Select(time => Math.Round(time.TotalMilliseconds, 2)).Order().ToArray();
        double Rank(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
        return new(rpc, sorted.Length, Rank(0.50), Rank(0.90), Rank(0.99), sorted[^1]);
    }
}
