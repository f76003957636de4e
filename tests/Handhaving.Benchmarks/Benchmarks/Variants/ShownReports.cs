using Handhaving.Benchmarks.Benchmarks.Screens;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>Reports through the gateway that each of many screens must show, once.</summary>
internal sealed class ShownReports(Reports reports, BoardScreens screens, Arrivals arrivals) : ISubjectLoad
{
    public const int Screens = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<ISubjectLoad> OpenAsync(BenchmarkRun run, SystemUnderTest system, CancellationToken cancellation)
    {
        var arrivals = new Arrivals(Screens);
        var screens = await BoardScreens.OpenAsync(system.Open(system.Gateway), system.Region, [Region.Team], Screens, arrivals.On, cancellation);
        return new ShownReports(new(system.Open(system.Gateway), system.Region), screens, arrivals);
    }

    public async Task<double[]> RunAsync(double perSecond, TimeSpan length, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(length + Patience);
        return await OpenLoop.RunAsync(perSecond, length, async number =>
        {
            var incident = await reports.SendAsync(Region.TeamMunicipalities[(int)(number % Region.TeamMunicipalities.Count)], number, limit.Token);
            await arrivals.OfAsync(incident.Name, limit.Token);
        }, limit.Token);
    }

    public Task RequireWholeAsync(CancellationToken cancellation)
    {
        screens.RequireAllOpen();
        arrivals.RequireOnce();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => screens.DisposeAsync();
}
