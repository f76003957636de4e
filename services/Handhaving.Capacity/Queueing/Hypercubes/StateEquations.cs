using System.Numerics;

namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>Balance equations of the 2^N states, solved by Gauss-Seidel up and down the cube; after each sweep the levels (states with as many busy) are brought in balance with each other, which saves up to two sweeps in five when units differ in speed.</summary>
internal sealed class StateEquations
{
    private const int MaximumSweeps = 20_000;
    private const double Tolerance = 1e-14;
    private readonly int units;
    private readonly double callsPerHour;
    private readonly double[] finishing, rates, chances;

    internal StateEquations(DispatchRegion region, IReadOnlyList<PreferenceGroup> groups)
    {
        (units, callsPerHour) = (region.Units, region.CallsPerHour);
        var states = 1 << units;
        (finishing, rates, chances) = (new double[states], new double[states * units], new double[states]);
        Array.Fill(chances, 1);
        for (var state = 0; state < states; state++)
            for (var unit = 0; unit < units; unit++)
                if ((state & 1 << unit) != 0) finishing[state] += region.ServicePerHour[unit];
                else rates[state * units + unit] = region.ServicePerHour[unit];
        foreach (var group in groups)
            for (var state = 0; state < states - 1; state++)
            {
                var unit = group.Choice(state);
                rates[(state | 1 << unit) * units + unit] += group.CallsPerHour;
            }
    }

    /// <summary>Chances of the states without a waiting line; they sum to 1.</summary>
    internal double[] Solve()
    {
        BalanceLevels();
        var before = new double[chances.Length];
        for (var sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            chances.CopyTo(before, 0);
            for (var state = 0; state < chances.Length; state++) chances[state] = Balanced(state);
            for (var state = chances.Length - 1; state >= 0; state--) chances[state] = Balanced(state);
            BalanceLevels();
            var change = 0.0;
            for (var state = 0; state < chances.Length; state++) change += Math.Abs(chances[state] - before[state]);
            if (change < Tolerance) return chances;
        }
        throw new InvalidOperationException($"The balance equations of {units} units did not settle in {MaximumSweeps} sweeps.");
    }

    // What flows into a state from below (a unit is sent) and above (a unit comes free), over the rate at which it is left. The full state is left downwards only: what waits is a tail of it.
    private double Balanced(int state)
    {
        var inflow = 0.0;
        var row = rates.AsSpan(state * units, units); // of each unit the rate at which its change leads here
        for (var unit = 0; unit < row.Length; unit++) inflow += chances[state ^ 1 << unit] * row[unit];
        return inflow / (state == chances.Length - 1 ? finishing[state] : finishing[state] + callsPerHour);
    }

    // Between levels k and k + 1 as much goes up (lambda P_k) as comes down.
    private void BalanceLevels()
    {
        var (masses, down, factors) = (new double[units + 1], new double[units + 1], new double[units + 1]);
        for (var state = 0; state < chances.Length; state++)
        {
            var level = BitOperations.PopCount((uint)state);
            masses[level] += chances[state];
            down[level] += chances[state] * finishing[state];
        }
        factors[0] = 1 / masses[0];
        for (var level = 1; level <= units; level++) factors[level] = factors[level - 1] * masses[level - 1] * callsPerHour / down[level];
        var sum = factors.Zip(masses, (factor, mass) => factor * mass).Sum();
        for (var state = 0; state < chances.Length; state++) chances[state] *= factors[BitOperations.PopCount((uint)state)] / sum;
    }
}
