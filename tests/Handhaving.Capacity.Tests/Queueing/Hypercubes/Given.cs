using CsCheck;
using Handhaving.Capacity.Queueing.Hypercubes;

namespace Handhaving.Capacity.Tests.Queueing.Hypercubes;

/// <summary>Regions to solve.</summary>
internal static class Given
{
    internal static DispatchRegion LarsonOdoni()
    {
        var input = Published.Of("hypercube", "larson-odoni-3-unit").GetProperty("input");
        var preferences = input.GetProperty("preferences").EnumerateArray().Select(list => list.Numbers().Select(unit => (int)unit - 1).ToArray());
        return new([.. Enumerable.Repeat(input.Number("mu"), 3)], [.. input.Numbers("atomRates").Zip(preferences, (calls, preference) => new AreaAtom(calls, preference))]);
    }

    internal static HypercubeSolution Solved(DispatchRegion region, FullRegion full) => Hypercube.Solve(region, full) ?? throw new InvalidOperationException("unstable");

    /// <summary>Units around a ring of atoms, each atom sending the nearest first.</summary>
    internal static DispatchRegion Region(int units, int atoms, double callsPerHour, Func<int, double> servicePerHour) => new(
        [.. Enumerable.Range(0, units).Select(servicePerHour)],
        [.. Enumerable.Range(0, atoms).Select(atom => new AreaAtom(callsPerHour / atoms, Nearest((double)atom / atoms * units, units)))]);

    internal static Gen<DispatchRegion> Regions(int mostUnits) => Gen.Int[1, mostUnits].SelectMany(units => Gen.Select(Gen.Double[0.5, 4].Array[units], Atoms(units)).Select((service, atoms) => new DispatchRegion(service, atoms)));

    internal static Gen<DispatchRegion> EqualRegions(int mostUnits) => Gen.Int[1, mostUnits].SelectMany(units => Gen.Select(Gen.Double[0.5, 4], Atoms(units))
        .Select((service, atoms) => new DispatchRegion([.. Enumerable.Repeat(service, units)], atoms)));

    /// <summary>What leaves a state, less what enters it; calls per hour.</summary>
    internal static double NetFlow(DispatchRegion region, IReadOnlyList<double> states, int state)
    {
        var net = states[state] * region.CallsPerHour;
        for (var unit = 0; unit < region.Units; unit++)
            net += (state & 1 << unit) != 0 ? states[state] * region.ServicePerHour[unit] : -states[state | 1 << unit] * region.ServicePerHour[unit];
        foreach (var atom in region.Atoms)
            for (var unit = 0; unit < region.Units; unit++)
                if ((state & 1 << unit) != 0 && atom.Preference.First(other => other == unit || (state & 1 << other) == 0) == unit)
                    net -= states[state ^ 1 << unit] * atom.CallsPerHour;
        return net;
    }

    private static Gen<AreaAtom[]> Atoms(int units) => Gen.Select(Gen.Double[0.01, 1], Gen.Shuffle(Enumerable.Range(0, units).ToArray())).Select((calls, preference) => new AreaAtom(calls, preference)).Array[1, 6];

    private static int[] Nearest(double place, int units) => [.. Enumerable.Range(0, units).OrderBy(unit => Math.Min(Math.Abs(unit - place), units - Math.Abs(unit - place)))];
}
