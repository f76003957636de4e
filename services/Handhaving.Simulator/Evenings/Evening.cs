using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Streams;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Evenings;

/// <summary>Plays one evening: watch the board, sign on, play, drain, sign off, hold the ledger against the platform.</summary>
public sealed class Evening(Platform platform, LedgerBook ledger, EveningPlan plan, Pace pace, TimeProvider time)
{
    private static readonly TimeSpan BoardLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClosingLimit = TimeSpan.FromSeconds(60);

    private readonly Region region = Region.Limburg;
    private readonly Intentions intentions = new(pace.Run, plan.Seed);
    private readonly Tally tally = new();

    /// <summary>Plays until the evening is over or stopped; open work is finished before it returns, within a limit.</summary>
    public async Task<EveningReport> RunAsync(CancellationToken stop)
    {
        using var watching = new CancellationTokenSource();
        var boards = region.Teams.Select(team => new BoardWatcher(platform, tally, time, team)).ToList();
        var watchers = boards.Select(board => board.RunAsync(watching.Token)).ToList();
        var fleet = new Fleet(platform, intentions);
        var hours = 0.0;
        try
        {
            await WaitForBoardsAsync(boards, stop);
            hours = (await PlayAsync(fleet, stop)).TotalHours;
            var verdict = await CloseAsync(fleet, [.. boards.Select(board => board.Sightings)]);
            return Report(fleet, hours, verdict);
        }
        finally
        {
            await watching.CancelAsync();
            await Task.WhenAll(watchers);
        }
    }

    private async Task WaitForBoardsAsync(IReadOnlyList<BoardWatcher> boards, CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(boards.Select(board => board.FirstSnapshot)).WaitAsync(BoardLimit, time, stop);
        }
        catch (TimeoutException late)
        {
            throw new UnansweredException($"WatchBoard ({string.Join("; ", boards.Select(board => board.LastDrop).Distinct())})", late);
        }
    }

    /// <summary>From sign-on until the last case is finished or cut off; gives the simulated time that was played.</summary>
    private async Task<TimeSpan> PlayAsync(Fleet fleet, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var hard = new CancellationTokenSource();
        await using var cut = over.Token.Register(() => hard.CancelAfter(DrainLimit));
        await fleet.SignOnAsync(plan, region, hard.Token);
        using var desks = new SemaphoreSlim(plan.Level.Desks);
        var clock = new SimulationClock(time, pace.Speed, over.Token);
        var work = Task.WhenAll([.. Cases(fleet, clock, desks, hard.Token), .. Feeds(fleet, clock, hard.Token)]);
        var progress = new Progress(pace.Output, ledger, tally, fleet, clock).RunAsync(plan, hard.Token);
        await clock.UntilAsync(plan.Duration, hard.Token);
        var played = clock.Elapsed;
        await over.CancelAsync();
        await progress;
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (work.IsFaulted)
            await work;
        return played;
    }

    private IEnumerable<Task> Cases(Fleet fleet, SimulationClock clock, SemaphoreSlim desks, CancellationToken cancellation)
    {
        var dispatcher = new Dispatcher(platform, intentions, fleet, clock);
        var crew = new Crew(platform, intentions, dispatcher, clock, plan.Seed);
        var incidentCase = new IncidentCase(dispatcher, crew, clock, desks, tally);
        return plan.Reports.Select(report => incidentCase.PlayAsync(report, cancellation));
    }

    private IEnumerable<Task> Feeds(Fleet fleet, SimulationClock clock, CancellationToken cancellation) => fleet.Units
        .GroupBy(unit => unit.Parent)
        .Select(owner => new PositionFeed(platform, clock, tally, owner.Key, [.. owner]).RunAsync(cancellation));

    /// <summary>Null when the platform could not be read back in time.</summary>
    private async Task<Verdict?> CloseAsync(Fleet fleet, IReadOnlyList<Sightings> boards)
    {
        using var closing = new CancellationTokenSource(ClosingLimit, time);
        try
        {
            await fleet.SignOffAsync(closing.Token);
            await new CatchUp(ledger, boards, time).WaitAsync(closing.Token);
            return Reconciliation.Judge(ledger.Entries, await new Inspector(platform, intentions).ReadAsync(ledger, boards, closing.Token));
        }
        catch (Exception gone) when (gone is UnansweredException or RefusedException or OperationCanceledException)
        {
            await pace.Output.WriteLineAsync($"The platform could not be read back: {gone.Message}");
            return null;
        }
    }

    private EveningReport Report(Fleet fleet, double hours, Verdict? verdict) => new()
    {
        Run = pace.Run,
        Seed = plan.Seed,
        Level = plan.Level.Name,
        Speed = pace.Speed,
        Hours = Math.Round(hours, 2),
        Units = fleet.Units.Count,
        Reported = tally.Reported,
        Closed = tally.Closed,
        Broken = tally.Broken,
        AcceptedFixes = tally.AcceptedFixes,
        RefusedFixes = tally.RefusedFixes,
        Reconnects = tally.Reconnects,
        Gaps = tally.Gaps,
        Verdict = verdict,
        Latencies = ledger.Latencies(),
    };
}
