using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>B4b: what reports feel of a control room whose screens all open anew at once over two replicas, as after a restart of the gateway; against the same reports alone.</summary>
internal static class StormBenchmark
{
    private const string Name = "B4b", Target = "<= 2x";
    private const int Screens = 200, Incidents = 300, PerSecond = 50;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1); // of reports before the screens come

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b4b", withBroker: false, withGateway: false, cancellation);
        var other = await system.StartSecondDispatchAsync(cancellation);
        var reports = new Reports([.. system.Open(system.Dispatch), .. system.Open(other)], system.Region);
        await Fleet.SeedAsync(system.Database, perMunicipality: 4, cancellation);
        for (var report = 0; report < Incidents; report++) await reports.SendAsync(cancellation);
        var doors = system.Open(system.Dispatch).Zip(system.Open(other)).SelectMany(pair => new[] { pair.First, pair.Second }).ToList();
        await StormAsync(run, system, reports, doors, cancellation);
        List<Sample> alone = [], stormed = [];
        List<double> opened = [];
        for (var leg = 0; leg < BenchmarkRun.Pairs; leg++)
        {
            alone.Add(await reports.OpenAsync(system.Watch, PerSecond, run.Leg, cancellation));
            var (sample, took) = await StormAsync(run, system, reports, doors, cancellation);
            stormed.Add(sample);
            opened.Add(took.TotalSeconds);
        }
        var (ours, peer) = (Figures.Of(stormed), Figures.Of(alone));
        var what = $"reports {PerSecond}/s while {Screens} boards open";
        var note = FormattableString.Invariant($"boards all open after {Statistics.Median(opened):0.00} s; the slowest report {stormed.Max(sample => sample.LatenciesMilliseconds.Max()):0} ms");
        return
        [
            new(Name, what + ", p50", "the same without", ours.P50Milliseconds / peer.P50Milliseconds, Target, note) { Ours = ours, Theirs = peer },
            new(Name, what + ", p99", "the same without", ours.P99Milliseconds / peer.P99Milliseconds, Target, note) { Ours = ours, Theirs = peer },
        ];
    }

    // Only what was due before the last screen was open counts: the calm after it would hide it.
    private static async Task<(Sample Reports, TimeSpan Opened)> StormAsync(BenchmarkRun run, SystemUnderTest system, Reports reports, IReadOnlyList<Grpc.Net.Client.GrpcChannel> doors, CancellationToken cancellation)
    {
        await using var storm = new OpeningStorm(system.Region);
        var opening = Task.Run(async () =>
        {
            await Task.Delay(Calm, cancellation);
            return await storm.OpenAsync(doors, Region.Teams, Screens, cancellation);
        }, cancellation);
        var sample = await reports.OpenAsync(system.Watch, PerSecond, Calm + run.Leg, cancellation);
        var took = await opening;
        var first = (int)(Calm.TotalSeconds * PerSecond);
        var during = sample.LatenciesMilliseconds.Skip(first).Take(Math.Max(1, (int)Math.Ceiling(took.TotalSeconds * PerSecond))).ToArray();
        return (sample with { LatenciesMilliseconds = during }, took);
    }
}
