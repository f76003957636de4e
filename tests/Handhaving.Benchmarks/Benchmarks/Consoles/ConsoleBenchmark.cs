using System.Globalization;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Consoles;

/// <summary>B4c: what an operator feels on a busy evening: a key until its picture, and a report from when it is due until it is drawn, on a board of 500 incidents and 200 units that move.</summary>
internal static class ConsoleBenchmark
{
    private const string Name = "B4c";
    private const int Incidents = 500, UnitsPerMunicipality = 67, PerSecond = 5;
    private const double LongestKey = 100; // ms

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b4c", withBroker: true, withGateway: true, cancellation);
        var fleet = (await Fleet.SeedAsync(system.Database, UnitsPerMunicipality, cancellation)).Where(unit => Region.IsOfFirstTeam(unit.Municipality)).ToList();
        var reports = new Reports(system.Open(system.Gateway), system.Region);
        for (var report = 0; report < Incidents; report++) await ReportAsync(reports, report, cancellation);
        await using var walk = Walk.Begin(system.Open(system.Gateway)[0], fleet, system.Region);
        await using var screen = await ConsoleScreen.OpenAsync(system.Console, system.Region, cancellation);
        await screen.ShowsAsync(Incidents, fleet.Count);
        await LegAsync(run.Warm);
        var legs = new List<Leg>();
        for (var leg = 0; leg < BenchmarkRun.Pairs; leg++) legs.Add(await LegAsync(run.Leg * 2));
        walk.RequireRunning();
        return Of(legs);

        async Task<Leg> LegAsync(TimeSpan length)
        {
            await screen.BeginAsync();
            var keys = screen.PressAsync(length, cancellation);
            var drawn = await OpenLoop.RunAsync(PerSecond, length, async number => await screen.DrawnAsync((await ReportAsync(reports, number, cancellation)).Name, cancellation), cancellation);
            await keys;
            var (waits, frames) = await screen.EndAsync();
            return new(drawn, waits, frames);
        }
    }

    private static Task<Dispatch.V1.Incident> ReportAsync(Reports reports, long number, CancellationToken cancellation) =>
        reports.SendAsync(Region.TeamMunicipalities[(int)(number % Region.TeamMunicipalities.Count)], number, cancellation);

    private static Finding[] Of(List<Leg> legs)
    {
        var what = $"in a console of {Incidents} incidents and {UnitsPerMunicipality * Region.TeamMunicipalities.Count} units that move each second, {PerSecond} reports/s";
        var (keys, drawn) = (Over(leg => leg.Keys), Over(leg => leg.Drawn));
        var frames = string.Create(CultureInfo.InvariantCulture, $"frames p50 {Over(leg => leg.Frames).P50:0} ms, p95 {Over(leg => leg.Frames).P95:0} ms; {legs.Sum(leg => leg.Keys.Length)} keys");
        return
        [
            new(Name, $"key until its picture {what}, p95", $"the limit of {LongestKey:0} ms", keys.P95 / LongestKey, "<= 1x", frames) { Ours = Figures(keys) },
            new(Name, $"report due until drawn {what}, p95", "the same limit", drawn.P95 / LongestKey, "beside it", $"median of {legs.Count} runs") { Ours = Figures(drawn) },
        ];

        (double P50, double P95, double P99) Over(Func<Leg, double[]> part) => (At(part, 0.5), At(part, 0.95), At(part, 0.99));
        double At(Func<Leg, double[]> part, double where) => Statistics.Median(legs.Select(leg => Statistics.Percentile(part(leg), where)));
        static Figures Figures((double P50, double P95, double P99) over) => new(null, over.P50, over.P99, []);
    }

    /// <param name="Drawn">Milliseconds from when each report was due until the picture with it.</param>
    /// <param name="Keys">Milliseconds from each key until the next picture.</param>
    /// <param name="Frames">Milliseconds between two pictures.</param>
    private sealed record Leg(double[] Drawn, double[] Keys, double[] Frames);
}
