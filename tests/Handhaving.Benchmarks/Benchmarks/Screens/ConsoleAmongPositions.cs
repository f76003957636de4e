using Handhaving.Benchmarks.Benchmarks.Consoles;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>B6 where one of the boards is the console in a browser: how old positions are on the other boards with and without it, and how late the console draws a report meanwhile.</summary>
internal static class ConsoleAmongPositions
{
    private const int UnitsPerMunicipality = 334, Looked = 5; // reports a second whose picture on the console is waited for

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, int screens, int perSecond, int batch, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, $"b6console{screens}", withBroker: false, withGateway: true, cancellation);
        var fleet = (await Fleet.SeedAsync(system.Database, UnitsPerMunicipality, cancellation)).Where(unit => Region.IsOfFirstTeam(unit.Municipality)).ToList();
        var load = new UnitRounds(system.Region, new(system.Open(system.Dispatch)[0]), fleet, batch);
        var reports = new Reports(system.Open(system.Gateway), system.Region);
        await using var boards = await CountedScreens.OpenAsync(system.Open(system.Dispatch), system.Region, screens - 1, cancellation);
        await LegAsync(run.Warm, console: null);
        List<Leg> without = [], with = [];
        for (var leg = 0; leg < BenchmarkRun.Pairs; leg++)
        {
            without.Add(await LegAsync(run.Leg, console: null));
            await using var console = await ConsoleScreen.OpenAsync(system.Console, system.Region, cancellation);
            await console.IsReadyAsync();
            with.Add(await LegAsync(run.Leg, console));
        }
        boards.RequireAllOpen();
        return ConsoleFindings.Of("B6", $"position sent until on a board, changes {perSecond}/s on {screens - 1} boards", without, with);

        // Reports come in both, so that the console is all that differs.
        async Task<Leg> LegAsync(TimeSpan length, ConsoleScreen? console)
        {
            boards.TakeAges();
            if (console is not null) await console.BeginAsync();
            var reporting = OpenLoop.RunAsync(Looked, length, async number =>
            {
                var incident = await ReportAsync(number);
                if (console is not null) await console.DrawnAsync(incident.Name, cancellation);
            }, cancellation);
            var pressing = console?.PressAsync(length, cancellation) ?? Task.CompletedTask;
            await OpenLoop.RunAsync(perSecond / (double)load.Batch, length, _ => load.SendAsync(cancellation), cancellation);
            var drawn = await reporting;
            await pressing;
            return new(boards.TakeAges(), console is null ? [] : drawn, console is null ? [] : (await console.EndAsync()).Keys);
        }

        Task<Dispatch.V1.Incident> ReportAsync(long number) => reports.SendAsync(Region.TeamMunicipalities[(int)(number % Region.TeamMunicipalities.Count)], number, cancellation);
    }
}
