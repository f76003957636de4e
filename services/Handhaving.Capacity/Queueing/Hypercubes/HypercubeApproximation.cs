using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>Hypercube for up to 500 units with one service rate, where calls wait: a fixed point on the workloads (Larson 1975, Approximating the performance of urban emergency service systems).</summary>
public static class HypercubeApproximation
{
    private const int MaximumRounds = 1_000, FullSteps = 20;
    private const double Tolerance = 1e-10;

    /// <summary>Null = unstable: calls come as fast as, or faster than, all units together can serve.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">SERVICE_RATES_DIFFER.</exception>
    public static DispatchForecast? Solve(DispatchRegion region) => Solve(region, MaximumRounds);

    internal static DispatchForecast? Solve(DispatchRegion region, int rounds)
    {
        QueueingRules.EqualService.Require(region.ServicePerHour.All(service => service.Equals(region.ServicePerHour[0])));
        var load = new TrafficLoad(region.CallsPerHour, 3600 / region.ServicePerHour[0]);
        if (WaitingLine.Of(load, region.Units).Waiting is not { } waiting) return null;

        var corrections = CorrectionFactor.Of(region.Units, load.Erlangs / region.Units);
        var groups = PreferenceGroup.Of(region);
        var workloads = Enumerable.Repeat(load.Erlangs / region.Units, region.Units).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            var next = Next(groups, region.ServicePerHour[0], corrections, workloads, load.Erlangs * waiting.ProbabilityWait / region.Units);
            Scale(next, load.Erlangs);
            var step = StepOf(round);
            next = [.. next.Zip(workloads, (after, before) => before + step * (after - before))];
            var change = next.Zip(workloads, (after, before) => Math.Abs(after - before)).Max();
            workloads = next;
            if (change < Tolerance) break;
        }
        return new(region, workloads, Fractions(region, groups, corrections, workloads, waiting.ProbabilityWait), waiting.ProbabilityWait);
    }

    // Full steps may go round in a circle, and so may half ones where most calls come from one place among many units.
    private static double StepOf(int round) => round switch { < FullSteps => 1, < 5 * FullSteps => 0.5, < 15 * FullSteps => 0.25, _ => 0.0625 };

    // workload_n = (S_n + (lambda/mu) C / N) / (1 + S_n), S_n = sum of (lambda_j / mu) Q(rank of n) x workloads of the better-ranked.
    private static double[] Next(IReadOnlyList<PreferenceGroup> groups, double servicePerHour, IReadOnlyList<double> corrections, double[] workloads, double fromLine)
    {
        var sent = new double[workloads.Length];
        foreach (var group in groups)
        {
            var betterBusy = group.CallsPerHour / servicePerHour;
            foreach (var (rank, unit) in group.Preference.Index())
            {
                sent[unit] += betterBusy * corrections[rank];
                betterBusy *= workloads[unit];
            }
        }
        return Array.ConvertAll(sent, sum => (sum + fromLine) / (1 + sum));
    }

    // To the sum that the load has. No unit is busy always: where scaling says so, the others take what is over.
    private static void Scale(double[] workloads, double sum)
    {
        var most = 1 - (1 - sum / workloads.Length) / 100;
        var open = Enumerable.Range(0, workloads.Length).ToList();
        while (true)
        {
            var factor = (sum - most * (workloads.Length - open.Count)) / open.Sum(unit => workloads[unit]);
            if (open.RemoveAll(unit => workloads[unit] * factor > most) > 0) continue;
            var scaled = open.ToHashSet();
            for (var unit = 0; unit < workloads.Length; unit++) workloads[unit] = scaled.Contains(unit) ? workloads[unit] * factor : most;
            return;
        }
    }

    private static double[][] Fractions(DispatchRegion region, IReadOnlyList<PreferenceGroup> groups, IReadOnlyList<double> corrections, double[] workloads, double allBusy)
    {
        var fractions = workloads.Select(_ => new double[region.Atoms.Count]).ToArray();
        foreach (var group in groups)
        {
            var (shares, betterBusy) = (new double[workloads.Length], 1.0);
            foreach (var (rank, unit) in group.Preference.Index())
            {
                shares[unit] = corrections[rank] * betterBusy * (1 - workloads[unit]);
                betterBusy *= workloads[unit];
            }
            var factor = (1 - allBusy) / shares.Sum();
            foreach (var atom in group.Atoms)
                for (var unit = 0; unit < workloads.Length; unit++)
                    fractions[unit][atom] = region.Atoms[atom].CallsPerHour / region.CallsPerHour * (shares[unit] * factor + allBusy / workloads.Length);
        }
        return fractions;
    }
}
