using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;
using Handhaving.Dispatch.V1;

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
            var load = new Rounds(system.Region, new(system.Open(system.Dispatch)[0]), fleet, batch);
            var (ours, ages) = await OursAsync(run, system, load, screens, perSecond, cancellation);
            findings.AddRange(Of(screens, perSecond, ours, ages, await BlastAsync(run, system, bare, cancellation)));
        }
        return findings;
    }

    private static async Task<(List<Sample> Samples, List<double[]> Ages)> OursAsync(BenchmarkRun run, SystemUnderTest system, Rounds load, int screens, int perSecond, CancellationToken cancellation)
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

    /// <summary>Positions of a fleet, so many at a time, each unit in its turn.</summary>
    private sealed class Rounds(Region region, UnitService.UnitServiceClient client, IReadOnlyList<FleetUnit> fleet, int batch)
    {
        private const double Step = 0.00002; // degrees: about two metres
        private readonly List<FleetUnit[]> batches = [.. fleet.GroupBy(unit => unit.Municipality).SelectMany(own => own.Chunk(batch))];
        private long turn;

        public int Batch => batch;

        public async Task SendAsync(CancellationToken cancellation)
        {
            var number = Interlocked.Increment(ref turn);
            var (units, round) = (batches[(int)(number % batches.Count)], number / batches.Count);
            var request = new ReportPositionsRequest { Parent = $"municipalities/{units[0].Municipality}" };
            request.Fixes.Add(units.Select(unit => new UnitFix
            {
                Unit = unit.Name,
                Fix = new() { Position = new() { Latitude = unit.Latitude + Step * (round % 10), Longitude = unit.Longitude }, FixTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), AccuracyMeters = 5, Source = FixSource.Device },
            }));
            var answer = await client.ReportPositionsAsync(request, new CallOptions(region.Headers, DateTime.UtcNow.AddSeconds(10), cancellation));
            if (answer.AcceptedCount != units.Length) throw new InvalidOperationException($"{units.Length} positions were sent and {answer.AcceptedCount} taken.");
        }
    }
}
