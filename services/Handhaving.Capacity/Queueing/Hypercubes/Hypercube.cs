namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>Exact hypercube model (Larson 1974; Larson and Odoni, Urban Operations Research, chapter 5): one unit per call, the first free of the atom's preference.</summary>
public static class Hypercube
{
    /// <summary>2^12 states; above it use <see cref="HypercubeApproximation"/>.</summary>
    public const int MaximumUnits = 12;

    /// <summary>Null = unstable: calls wait and come as fast as, or faster than, all units together can serve.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE: more than 12 units.</exception>
    public static HypercubeSolution? Solve(DispatchRegion region, FullRegion full)
    {
        QueueingRules.RequireCount(region.Units, 1, MaximumUnits, "units");
        var load = region.CallsPerHour / region.CapacityPerHour;
        if (full is FullRegion.CallsWait && load >= 1) return null;

        var groups = PreferenceGroup.Of(region);
        var states = new StateEquations(region, groups).Solve();
        var line = full is FullRegion.CallsWait ? states[^1] * load / (1 - load) : 0; // each waiting call is load times as likely as one fewer
        states = Array.ConvertAll(states, chance => chance / (1 + line));
        line /= 1 + line;
        return new(states, line, new(region, Workloads(region.Units, states, line), Fractions(region, groups, states, full, line), states[^1] + line));
    }

    private static double[] Workloads(int units, double[] states, double line)
    {
        var workloads = new double[units];
        for (var unit = 0; unit < units; unit++)
        {
            workloads[unit] = line;
            for (var state = 0; state < states.Length; state++)
                if ((state & 1 << unit) != 0) workloads[unit] += states[state];
        }
        return workloads;
    }

    private static double[][] Fractions(DispatchRegion region, IReadOnlyList<PreferenceGroup> groups, double[] states, FullRegion full, double line)
    {
        var fractions = region.ServicePerHour.Select(_ => new double[region.Atoms.Count]).ToArray();
        foreach (var group in groups)
        {
            var chosen = new double[region.Units];
            for (var state = 0; state < states.Length - 1; state++) chosen[group.Choice(state)] += states[state];
            for (var unit = 0; unit < region.Units; unit++)
            {
                // Who waits gets each unit as often as it comes free; who is lost is no call served.
                var share = full is FullRegion.CallsWait
                    ? chosen[unit] + (states[^1] + line) * region.ServicePerHour[unit] / region.CapacityPerHour
                    : chosen[unit] / (1 - states[^1]);
                foreach (var atom in group.Atoms) fractions[unit][atom] = region.Atoms[atom].CallsPerHour / region.CallsPerHour * share;
            }
        }
        return fractions;
    }
}
