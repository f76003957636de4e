using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>B4: from the moment a report is due until all screens show it, through the gateway, by a timetable; against the sum of what no design can avoid.</summary>
internal static class ScreenBenchmark
{
    private const string Name = "B4";
    private const int Count = 50;
    private const double LongestTail = 20; // ms, p99
    private static readonly int[] PerSecond = [200, 1000];

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b4", withBroker: true, withGateway: true, cancellation);
        var reports = new Reports(system.Open(system.Gateway), system.Region);
        var floor = await Floor.MeasureAsync(run, system, reports, cancellation);
        var arrivals = new Arrivals(Count);
        await using var screens = await BoardScreens.OpenAsync(system.Open(system.Gateway), system.Region, [Region.Team], Count, arrivals.On, cancellation);
        await RunAsync(system, reports, arrivals, PerSecond[0], run.Warm, cancellation);
        List<Finding> findings = [];
        foreach (var rate in PerSecond)
        {
            List<Sample> samples = [];
            for (var leg = 0; leg < BenchmarkRun.Pairs; leg++) samples.Add(await RunAsync(system, reports, arrivals, rate, run.Leg, cancellation));
            screens.RequireAllOpen();
            findings.AddRange(Of(rate, samples, floor));
        }
        findings.AddRange(await ConsoleAmongScreens.RunAsync(run, PerSecond[0], cancellation));
        return findings;
    }

    // A latency is only one when every screen showed the report: else the run never ends and is given up.
    private static async Task<Sample> RunAsync(SystemUnderTest system, Reports reports, Arrivals arrivals, int rate, TimeSpan length, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(length + TimeSpan.FromSeconds(30));
        var (latencies, uses) = await system.Watch.FollowAsync(() => OpenLoop.RunAsync(rate, length, async number =>
        {
            var incident = await reports.SendAsync(Region.TeamMunicipalities[(int)(number % Region.TeamMunicipalities.Count)], number, limit.Token);
            await arrivals.OfAsync(incident.Name, limit.Token);
        }, limit.Token));
        arrivals.RequireOnce();
        return new(latencies.Length, length, latencies, uses);
    }

    private static Finding[] Of(int rate, List<Sample> samples, Floor floor)
    {
        var figures = Figures.Of(samples);
        var what = $"report due to shown on {Count} screens through the gateway, {rate}/s open loop";
        return
        [
            new(Name, what + ", p50", floor.Text, figures.P50Milliseconds / floor.Milliseconds, "<= 5x", $"median of {samples.Count} runs") { Ours = figures },
            new(Name, what + ", p99", $"the limit of {LongestTail:0} ms", figures.P99Milliseconds / LongestTail, "<= 1x", $"median of {samples.Count} runs") { Ours = figures },
        ];
    }
}
