using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Actors.Desks;
using Handhaving.Simulator.Actors.Units;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Places;
using Handhaving.Simulator.Streams;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Evenings;

/// <summary>Plays one evening: watch the boards, sign on, play, drain, sign off, hold the ledger against the platform.</summary>
public sealed class Evening(Platform platform, LedgerBook ledger, EveningPlan plan, Pace pace, TimeProvider time)
{
    /// <summary>Units signed off, and reports finished or read back, in a second of the end: a large evening may take longer.</summary>
    private const int ClosedPerSecond = 20;

    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClosingLimit = TimeSpan.FromSeconds(60);

    private readonly Region region = Region.Limburg;
    private readonly Intentions intentions = new(pace.Run, plan.Seed);
    private readonly Tally tally = new();
    private readonly PositionTally positions = new();

    /// <summary>Plays until the evening is over or stopped; open work is finished before it returns, within a limit.</summary>
    /// <exception cref="NotReadyException">The platform does not know what the scenario deals.</exception>
    public async Task<EveningReport> RunAsync(CancellationToken stop)
    {
        var outcomes = await Readiness.RequireAsync(platform, plan.Scenario, region, stop);
        await using var boards = new Boards(platform, region, plan.Level.Desks, time);
        await boards.StartedAsync(time, stop);
        var fleet = new Fleet(platform, intentions);
        var played = await PlayAsync(fleet, outcomes, stop);
        return Report(fleet, boards, played, await CloseAsync(fleet, boards.Sightings));
    }

    /// <summary>From sign-on until the last case is finished or cut off; gives the simulated time that was played.</summary>
    private async Task<TimeSpan> PlayAsync(Fleet fleet, LocalOutcomes outcomes, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var hard = new CancellationTokenSource();
        await using var cut = over.Token.Register(() => hard.CancelAfter(DrainLimit + Extra(plan.Reports.Count)));
        await fleet.SignOnAsync(plan.Level, region, hard.Token);
        using var desks = new SemaphoreSlim(plan.Level.Desks);
        var clock = new SimulationClock(time, pace.Speed, over.Token);
        var work = Task.WhenAll([.. Cases(fleet, clock, desks, outcomes, hard.Token), .. Shifts(fleet, clock, hard.Token), .. Feeds(fleet, clock, hard.Token)]);
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

    private IEnumerable<Task> Cases(Fleet fleet, SimulationClock clock, SemaphoreSlim desks, LocalOutcomes outcomes, CancellationToken cancellation)
    {
        var dispatcher = new Dispatcher(platform, intentions, fleet, clock, tally);
        var work = new FieldWork(dispatcher, new Crew(platform, intentions, dispatcher, clock, tally), clock, tally);
        var intake = new Intake(platform, intentions, clock, tally);
        var incidentCase = new IncidentCase(intake, new Decisions(platform, intentions, clock), work, clock, new CaseDesks(desks, tally));
        return plan.Reports.Select(report => incidentCase.PlayAsync(outcomes.Fit(report), cancellation));
    }

    private IEnumerable<Task> Shifts(Fleet fleet, SimulationClock clock, CancellationToken cancellation)
    {
        var shift = new Shift(platform, intentions, clock, tally);
        return fleet.Units.Select(unit => shift.RunAsync(unit, plan.Duration, cancellation));
    }

    private IEnumerable<Task> Feeds(Fleet fleet, SimulationClock clock, CancellationToken cancellation) => fleet.Units
        .GroupBy(unit => unit.Parent)
        .Select(owner => new PositionFeed(platform, clock, positions, [.. owner]).RunAsync(cancellation));

    /// <summary>Null when the platform could not be read back in time.</summary>
    private async Task<Verdict?> CloseAsync(Fleet fleet, IReadOnlyList<Sightings> boards)
    {
        using var closing = new CancellationTokenSource(ClosingLimit + Extra(fleet.Units.Count + plan.Reports.Count), time);
        try
        {
            var duty = new DutyInspector(platform, ledger, intentions, positions);
            await duty.ReadOnDutyAsync(closing.Token);
            await fleet.SignOffAsync(closing.Token);
            await duty.ReadOffDutyAsync(closing.Token);
            await new CatchUp(ledger, boards, time).WaitAsync(closing.Token);
            return Reconciliation.Judge(ledger.Entries, await new Inspector(platform, intentions).ReadAsync(ledger, boards, duty.Seen, closing.Token));
        }
        catch (Exception gone) when (gone is UnansweredException or RefusedException or OperationCanceledException)
        {
            await pace.Output.WriteLineAsync($"The platform could not be read back: {gone.Message}");
            return null;
        }
    }

    private static TimeSpan Extra(int count) => TimeSpan.FromSeconds(count / ClosedPerSecond);

    private EveningReport Report(Fleet fleet, Boards boards, TimeSpan played, Verdict? verdict) => new()
    {
        Scenario = plan.Scenario.Name,
        Level = plan.Level.Name,
        Run = pace.Run,
        Seed = plan.Seed,
        Weekday = plan.Weekday.ToString(),
        Clock = pace.Speed,
        Hours = Math.Round(played.TotalHours, 2),
        Units = fleet.Units.Count,
        UnitsOfLevel = plan.Level.Units,
        Counts = tally.All,
        Broken = tally.Broken,
        AcceptedFixes = positions.Accepted,
        RefusedFixes = positions.Refused,
        Boards = new(boards.Count, boards.Tally.Reconnects, boards.Tally.Gaps, boards.Tally.Repeats, boards.Tally.Resyncs),
        Verdict = verdict,
        Latencies = ledger.Latencies(),
    };
}
