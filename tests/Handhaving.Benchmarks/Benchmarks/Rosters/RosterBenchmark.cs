using System.Globalization;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Reporting;
using Handhaving.Capacity.Rostering.Import;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching;

namespace Handhaving.Benchmarks.Benchmarks.Rosters;

/// <summary>Cost over time of the managed search on published instances, beside CP-SAT alone with one worker on the same model and budget. Ours runs before, between and after.</summary>
internal static class RosterBenchmark
{
    private static readonly (string File, long Best)[] Instances = [("nrp-instance1.txt", 607), ("nrp-instance2.txt", 828)];
    private static readonly double[] Moments = [10, 30, 60];
    private static readonly double[] Shown = [0.5, 1, 3, .. Moments];
    private const double Longest = 20; // seconds to the best known cost

    public static Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation) => Task.Run<IReadOnlyList<Finding>>(() => [.. Instances.SelectMany(instance => Measure(instance, run, cancellation))], cancellation);

    private static IEnumerable<Finding> Measure((string File, long Best) instance, BenchmarkRun run, CancellationToken cancellation)
    {
        var problem = Read(instance.File);
        var budget = TimeSpan.FromSeconds(run.IsQuick ? 3 : Moments[^1]);
        CostCurve.Of(new NeighbourhoodSolver(), problem, 0, run.Warm, cancellation); // the native library is loaded once
        List<CostCurve> ours = [Ours(1)], peer = [];
        for (var pair = 1; pair <= BenchmarkRun.Pairs; pair++)
        {
            peer.Add(CostCurve.Of(new ConstraintSolver(), problem, (ulong)pair, budget, cancellation));
            ours.Add(Ours((ulong)pair + 1));
        }
        var (name, note) = (Path.GetFileNameWithoutExtension(instance.File), $"ours {Say(ours)}; CP-SAT {Say(peer)}");
        foreach (var moment in Moments)
            yield return new("B9", $"cost of {name} after {moment:0} s on one core", "CP-SAT alone, same model, one worker", Ratio(ours, peer, moment), "<= 1x", note);
        yield return new("B9", $"cost of {name} after {Longest:0} s", $"the best known, {instance.Best}", ours.Max(curve => curve.At(Longest)) / (double)instance.Best, "<= 1.05x", $"{ours.Count} seeds, the worst; 0 breaches by the judge");
        yield return new("B9", $"seconds until {name} costs {instance.Best}", $"the limit of {Longest:0} s", ours.Max(curve => curve.At(double.MaxValue) == instance.Best ? curve.Reached : double.PositiveInfinity) / Longest, "<= 1x",
            $"{ours.Count} seeds, the slowest; proven the cheapest in {ours.Count(curve => curve.Outcome is RosterOutcome.Optimal)}");

        CostCurve Ours(ulong seed) => CostCurve.Of(new NeighbourhoodSolver(), problem, seed, budget, cancellation);
    }

    // No roster yet on the peer's side counts as nothing to compare with.
    private static double? Ratio(List<CostCurve> ours, List<CostCurve> peer, double moment)
    {
        List<double> ratios = [.. peer.Select((curve, pair) => (ours[pair].At(moment) + ours[pair + 1].At(moment)) / 2.0 / curve.At(moment)).OfType<double>()];
        return ratios.Count > 0 ? Statistics.Median(ratios) : null;
    }

    private static string Say(List<CostCurve> curves)
    {
        var middle = curves.OrderBy(curve => curve.Steps.Count == 0 ? long.MaxValue : curve.Steps[^1].Cost).ThenBy(curve => curve.Reached).ElementAt(curves.Count / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{middle.Say(Shown)} ({middle.Outcome}, {middle.Seconds:0.0} s, CPU {middle.CpuSeconds:0.0} s)");
    }

    private static RosterProblem Read(string name)
    {
        using var stream = typeof(RosterBenchmark).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return NurseRosterFile.Read(reader.ReadToEnd());
    }
}
