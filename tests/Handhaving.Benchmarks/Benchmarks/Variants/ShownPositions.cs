using Handhaving.Benchmarks.Benchmarks.Screens;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>Positions that one board among many must show, or a younger one of the same unit: a board may leave out what is overtaken.</summary>
internal sealed class ShownPositions(UnitRounds ones, UnitRounds tens, CountedScreens boards, BoardScreens read, FixArrivals arrivals) : ISubjectLoad
{
    public const int Boards = 100;
    private const int MostCalls = 100; // a second: who has more to tell sends it in batches, as the contract asks
    private const int UnitsPerMunicipality = 334;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<ISubjectLoad> OpenAsync(BenchmarkRun run, SystemUnderTest system, CancellationToken cancellation)
    {
        var fleet = (await Fleet.SeedAsync(system.Database, UnitsPerMunicipality, cancellation)).Where(unit => Region.IsOfFirstTeam(unit.Municipality)).ToList();
        var boards = await CountedScreens.OpenAsync(system.Open(system.Dispatch), system.Region, Boards - 1, cancellation);
        var arrivals = new FixArrivals();
        var read = await BoardScreens.OpenAsync(system.Open(system.Dispatch), system.Region, [Region.Team], 1, _ => arrivals.Show, cancellation);
        UnitRounds Rounds(int batch) => new(system.Region, new(system.Open(system.Dispatch)[0]), fleet, batch);
        return new ShownPositions(Rounds(1), Rounds(10), boards, read, arrivals);
    }

    public async Task<double[]> RunAsync(double perSecond, TimeSpan length, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(length + Patience);
        var rounds = perSecond > MostCalls ? tens : ones;
        return await OpenLoop.RunAsync(perSecond / rounds.Batch, length, async _ =>
        {
            var (units, at) = await rounds.SendAsync(limit.Token);
            await Task.WhenAll(units.Select(unit => arrivals.OfAsync(unit.Name, at, limit.Token)));
        }, limit.Token);
    }

    public Task RequireWholeAsync(CancellationToken cancellation)
    {
        boards.RequireAllOpen();
        read.RequireAllOpen();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await read.DisposeAsync();
        await boards.DisposeAsync();
    }
}
