using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <param name="Shown">Milliseconds until the other screens had it.</param>
/// <param name="Drawn">Milliseconds from when a report was due until the console drew it; empty without a console.</param>
/// <param name="Keys">Milliseconds from a key on the console until its picture; empty without one.</param>
internal sealed record Leg(double[] Shown, double[] Drawn, double[] Keys);

/// <summary>What a console among the screens did to the others, and its own delay.</summary>
internal static class ConsoleFindings
{
    private const string NoAim = "beside it";
    private const double Longest = 100; // ms, as B4c

    public static Finding[] Of(string name, string what, List<Leg> without, List<Leg> with)
    {
        var (ours, peer) = (FiguresOf(with, leg => leg.Shown), FiguresOf(without, leg => leg.Shown));
        var drawn = FiguresOf(with, leg => leg.Drawn);
        var keys = Statistics.Median(with.Select(leg => Statistics.Percentile(leg.Keys, 0.95)));
        var note = $"median of {with.Count} pairs of runs";
        return
        [
            new(name, $"{what}, beside a console, p50", "the same without it", ours.P50Milliseconds / peer.P50Milliseconds, NoAim, note) { Ours = ours, Theirs = peer },
            new(name, $"{what}, beside a console, p99", "the same without it", ours.P99Milliseconds / peer.P99Milliseconds, NoAim, note) { Ours = ours, Theirs = peer },
            new(name, "that console: report due until drawn, p99", $"the limit of {Longest:0} ms", drawn.P99Milliseconds / Longest, NoAim, note) { Ours = drawn },
            new(name, "that console: a key until its picture, p95", $"the limit of {Longest:0} ms", keys / Longest, NoAim, $"{note}; {with.Sum(leg => leg.Keys.Length)} keys") { Ours = FiguresOf(with, leg => leg.Keys) },
        ];
    }

    private static Figures FiguresOf(List<Leg> legs, Func<Leg, double[]> part) =>
        new(null, Statistics.Median(legs.Select(leg => Statistics.Percentile(part(leg), 0.5))), Statistics.Median(legs.Select(leg => Statistics.Percentile(part(leg), 0.99))), []);
}
