using System.Globalization;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>B6: messages that a core of dispatch delivers to boards while positions come in by a timetable, against a bare server that sends one message over and over.</summary>
internal static class DeliveryRateBenchmark
{
    private const string Name = "B6";
    private const int UnitsPerMunicipality = 334;
    private const double LongestTail = 50; // ms, p99
    private static readonly (int Screens, int PerSecond, int Batch)[] Cases = [(100, 1000, 20), (1000, 50, 1)];

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b6", withBroker: false, withGateway: false, cancellation);
        var fleet = (await Fleet.SeedAsync(system.Database, UnitsPerMunicipality, cancellation)).Where(unit => Region.IsOfFirstTeam(unit.Municipality)).ToList();
        var bare = await system.StartBareAsync(cancellation);
        List<Finding> findings = [];
        foreach (var (screens, perSecond, batch) in Cases)
        {
            var load = new UnitRounds(system.Region, new(system.Open(system.Dispatch)[0]), fleet, batch);
            var (ours, ages) = await OursAsync(run, system, load, screens, perSecond, cancellation);
            findings.AddRange(Of(screens, perSecond, ours, ages, await BlastAsync(run, system, bare, cancellation)));
        }
        foreach (var (screens, perSecond, batch) in Cases) findings.AddRange(await ConsoleAmongPositions.RunAsync(run, screens, perSecond, batch, cancellation));
        return findings;
    }

    private static async Task<(List<Sample> Samples, List<double[]> Ages)> OursAsync(BenchmarkRun run, SystemUnderTest system, UnitRounds load, int screens, int perSecond, CancellationToken cancellation)
    {
        await using var boards = await CountedScreens.OpenAsync(system.Open(system.Dispatch), system.Region, screens, cancellation);
        List<Sample> samples = [];
        List<double[]> ages = [];
        await LegAsync(run.Warm);
        for (var leg = 0; leg < BenchmarkRun.Pairs; leg++)
        {
            boards.TakeAges();
            samples.Add(await LegAsync(run.Leg));
            ages.Add(boards.TakeAges());
        }
        boards.RequireAllOpen();
        return (samples, ages);

        async Task<Sample> LegAsync(TimeSpan length)
        {
            var before = boards.Count;
            var (_, uses) = await system.Watch.FollowAsync(() => OpenLoop.RunAsync(perSecond / (double)load.Batch, length, _ => load.SendAsync(cancellation), cancellation));
            return new(boards.Count - before, length, [], uses);
        }
    }

    private static async Task<List<Sample>> BlastAsync(BenchmarkRun run, SystemUnderTest system, Uri bare, CancellationToken cancellation)
    {
        await using var boards = await CountedScreens.OpenAsync(system.Open(bare), system.Region, screens: 4, cancellation);
        List<Sample> samples = [];
        for (var leg = 0; leg < BenchmarkRun.Pairs; leg++)
        {
            var before = boards.Count;
            var (_, uses) = await system.Watch.FollowAsync(async () =>
            {
                await Task.Delay(run.Leg, cancellation);
                return 0;
            });
            samples.Add(new(boards.Count - before, run.Leg, [], uses));
        }
        return samples;
    }

    private static Finding[] Of(int screens, int perSecond, List<Sample> ours, List<double[]> ages, List<Sample> blast)
    {
        var tail = Statistics.Median(ages.Select(leg => Statistics.Percentile(leg, 0.99)));
        var (perCore, blasted) = (Statistics.Median(ours.Select(sample => 1e6 / sample.MicrosecondsEach("dispatch"))), Statistics.Median(blast.Select(sample => 1e6 / sample.MicrosecondsEach("bare"))));
        var what = $"changes {perSecond}/s on {screens} boards";
        var note = string.Create(CultureInfo.InvariantCulture, $"{perCore:#,0} messages for a second of dispatch's CPU against {blasted:#,0} of the bare server's; {Statistics.Median(ours.Select(sample => sample.PerSecond)):#,0}/s delivered");
        return
        [
            new(Name, $"messages delivered by a core, {what}", "a one-way blast", perCore / blasted, ">= 0.15x", note) { Ours = Figures.Of(ours), Theirs = Figures.Of(blast) },
            new(Name, $"position sent until on a board, {what}, p99", $"the limit of {LongestTail:0} ms", tail / LongestTail, "<= 1x", string.Create(CultureInfo.InvariantCulture, $"p99 {tail:0.0} ms, median of {ages.Count} runs")),
        ];
    }
}
