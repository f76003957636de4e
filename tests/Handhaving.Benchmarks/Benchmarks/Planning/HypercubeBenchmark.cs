using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;
using Handhaving.Capacity.V1;

namespace Handhaving.Benchmarks.Benchmarks.Planning;

/// <summary>The exact hypercube of twelve units over the real door: 4,096 states, sixty areas of which each prefers units in its own order.</summary>
internal static class HypercubeBenchmark
{
    private const int Units = 12, Atoms = 60;

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await CapacitySystem.StartAsync(run, "bc2", null, cancellation);
        var staffing = new StaffingService.StaffingServiceClient(system.Channel);
        var request = Request(new Random(12));
        return [await PlanningCalls.MeasureAsync("C2", $"exact hypercube of {Units} units and {Atoms} areas", system, run, perSecond: 5, AskAsync, cancellation)];

        async Task AskAsync(CancellationToken stop)
        {
            var answer = (await staffing.AnalyseRegionAsync(request, system.Call(stop))).Measures;
            var load = answer.Units.Sum(unit => unit.Workload);
            if (Math.Abs(load - request.Atoms.Sum(atom => atom.CallsPerHour) / 2) > 1e-6) throw new InvalidOperationException($"Workloads add up to {load}.");
        }
    }

    // Thirty minutes a call, busy half of the time.
    private static AnalyseRegionRequest Request(Random chance) => new()
    {
        Parent = $"municipalities/{Region.Municipalities[0]}", FullRegion = FullRegion.CallsWait, Model = HypercubeModel.Exact, MeanServiceSeconds = { Enumerable.Repeat(1800.0, Units) },
        Atoms = { Enumerable.Range(0, Atoms).Select(atom => new RegionAtom { Area = $"{atom}", CallsPerHour = 12.0 / Atoms, TravelSeconds = { Enumerable.Range(0, Units).Select(_ => 60 + 600 * chance.NextDouble()) } }) },
    };
}
