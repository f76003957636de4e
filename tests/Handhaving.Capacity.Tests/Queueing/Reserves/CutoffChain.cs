namespace Handhaving.Capacity.Tests.Queueing.Reserves;

/// <summary>The cut-off queue with mu = 1, state by state: at work or waiting with high priority (up), waiting with low priority (across), both cut off far out.</summary>
internal static class CutoffChain
{
    private const int Most = 60;

    internal static (double HighWaiting, double LowWaiting, double AllBusy, double Closed) Solve(double high, double low, int units, int reserve)
    {
        var cutoff = units - reserve;
        var chance = Enumerable.Range(0, Most + 1).Select(_ => new double[Most + 1]).ToArray();
        chance[0][0] = 1;
        for (var step = 0; step < 4_000; step++) chance = Step(chance, high, low, units, cutoff);

        var (highWaiting, lowWaiting, allBusy, closed) = (0.0, 0.0, 0.0, 0.0);
        for (var up = 0; up <= Most; up++)
            for (var across = 0; across <= Most; across++)
            {
                highWaiting += chance[up][across] * Math.Max(0, up - units);
                lowWaiting += chance[up][across] * across;
                if (up >= units) allBusy += chance[up][across];
                if (up >= cutoff) closed += chance[up][across];
            }
        return (highWaiting, lowWaiting, allBusy, closed);
    }

    // One step of the chain made discrete at a rate that no state exceeds.
    private static double[][] Step(double[][] chance, double high, double low, int units, int cutoff)
    {
        var rate = high + low + units;
        var next = chance.Select(row => new double[row.Length]).ToArray();
        for (var up = 0; up <= Most; up++)
            for (var across = 0; across <= Most; across++)
            {
                var flow = chance[up][across] / rate;
                if (flow == 0) continue;
                var working = Math.Min(up, units);
                next[Math.Min(up + 1, Most)][across] += flow * high;
                if (up < cutoff) next[up + 1][across] += flow * low;
                else next[up][Math.Min(across + 1, Most)] += flow * low;
                if (up == cutoff && across > 0) next[up][across - 1] += flow * working;
                else if (up > 0) next[up - 1][across] += flow * working;
                next[up][across] += flow * (units - working);
            }
        return next;
    }
}
