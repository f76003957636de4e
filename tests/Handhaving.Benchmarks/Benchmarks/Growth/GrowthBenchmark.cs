using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Growth;

/// <summary>B8: what each act costs among very many incidents over what it costs among a thousand; nearly all are closed, and as many are open in both.</summary>
internal static class GrowthBenchmark
{
    private const string Name = "B8", Target = "<= 1.2x";
    private const int Small = 1000, Open = 200;

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var small = await StartAsync(run, "b8small", Small, cancellation);
        await using var large = await StartAsync(run, "b8large", run.Incidents, cancellation);
        var (few, many) = (await GrowthActs.PrepareAsync(small, cancellation), await GrowthActs.PrepareAsync(large, cancellation));
        List<Finding> findings = [];
        foreach (var ((name, onFew), (_, onMany)) in few.All.Zip(many.All))
        {
            var rounds = await Interleaving.RunAsync(Of(large, onMany), [Of(small, onFew)], BenchmarkRun.Pairs, run.Leg, run.Warm, cancellation);
            var ratio = rounds.Ratio(0, sample => sample.MillisecondsEach);
            findings.Add(new(Name, $"{name}, cost at {run.Incidents:#,0} incidents", $"itself at {Small:#,0}", ratio.Value, Target, ratio.Text) { Ours = Figures.Of(rounds.Ours), Theirs = Figures.Of(rounds.Peers[0]) });
            foreach (var line in Report.Lines(findings[^1])) run.Say(line);
        }
        return findings;
    }

    private static async Task<SystemUnderTest> StartAsync(BenchmarkRun run, string name, int incidents, CancellationToken cancellation)
    {
        var system = await SystemUnderTest.StartAsync(run, name, withBroker: false, withGateway: false, cancellation);
        var reports = new Reports(system.Open(system.Dispatch), system.Region);
        for (var report = 0; report < Open; report++) await reports.SendAsync(cancellation);
        await Fleet.SeedAsync(system.Database, perMunicipality: 4, cancellation);
        await IncidentHistory.WriteAsync(system.Database, incidents - Open, run.Say, cancellation);
        var stored = await system.Database.CountAsync("incident where canary_at is null", cancellation);
        return stored == incidents ? system : throw new InvalidOperationException($"{stored} incidents were stored instead of {incidents}.");
    }

    // One caller that waits for each answer: the time of an act by itself. The same answers on both sides, or there is no ratio.
    private static Contender Of(SystemUnderTest system, Func<CancellationToken, Task<int>> act) => new(system.Database.Name, async (length, cancellation) =>
    {
        var ((operations, elapsed), uses) = await system.Watch.FollowAsync(() => ClosedLoop.RunAsync(callers: 1, length, (_, stop) => act(stop), cancellation));
        return new(operations, elapsed, [], uses);
    });
}
