using System.Collections.Concurrent;
using Handhaving.Benchmarks.Benchmarks.Consoles;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>B4 where one of fifty screens is the console in a browser: what the other screens feel of it, and how late the console itself draws.</summary>
internal static class ConsoleAmongScreens
{
    private const int Others = 49, Looked = 10; // reports a second whose picture on the console is waited for

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, int perSecond, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b4console", withBroker: true, withGateway: true, cancellation);
        var reports = new Reports(system.Open(system.Gateway), system.Region);
        var arrivals = new Arrivals(Others);
        await using var screens = await BoardScreens.OpenAsync(system.Open(system.Gateway), system.Region, [Region.Team], Others, arrivals.On, cancellation);
        await LegAsync(run.Warm, console: null);
        List<Leg> without = [], with = [];
        for (var leg = 0; leg < BenchmarkRun.Pairs; leg++)
        {
            without.Add(await LegAsync(run.Leg, console: null));
            await using var console = await ConsoleScreen.OpenAsync(system.Console, system.Region, cancellation);
            await console.IsReadyAsync();
            with.Add(await LegAsync(run.Leg, console));
        }
        screens.RequireAllOpen();
        return ConsoleFindings.Of("B4", $"report due to shown on {Others} screens through the gateway, {perSecond}/s open loop", without, with);

        async Task<Leg> LegAsync(TimeSpan length, ConsoleScreen? console)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(length + TimeSpan.FromSeconds(60));
            var reported = new ConcurrentBag<Dispatch.V1.Incident>();
            var drawing = console is null ? Task.FromResult<double[]>([]) : OpenLoop.RunAsync(Looked, length, async number => await console.DrawnAsync((await ReportAsync(number)).Name, limit.Token), limit.Token);
            if (console is not null) await console.BeginAsync();
            var pressing = console?.PressAsync(length, limit.Token) ?? Task.CompletedTask;
            var shown = await OpenLoop.RunAsync(perSecond - (console is null ? 0 : Looked), length, async number => await arrivals.OfAsync((await ReportAsync(number)).Name, limit.Token), limit.Token);
            var drawn = await drawing;
            await pressing;
            var keys = console is null ? [] : (await console.EndAsync()).Keys;
            await ClearAsync(reported, limit.Token);
            return new(shown, drawn, keys);

            async Task<Dispatch.V1.Incident> ReportAsync(long number)
            {
                var incident = await reports.SendAsync(Region.TeamMunicipalities[(int)(number % Region.TeamMunicipalities.Count)], number, limit.Token);
                reported.Add(incident);
                return incident;
            }
        }

        // Each leg begins with an empty board: no control room looks at all that thousands of reports leave.
        async Task ClearAsync(ConcurrentBag<Dispatch.V1.Incident> reported, CancellationToken stop)
        {
            foreach (var incident in reported) await arrivals.OfAsync(incident.Name, stop);
            arrivals.RequireOnce();
            await Parallel.ForEachAsync(reported, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop }, async (incident, one) => await reports.CancelAsync(incident, one));
            foreach (var incident in reported) await arrivals.OfAsync(incident.Name, stop);
            arrivals.RequireOnce();
        }
    }
}
