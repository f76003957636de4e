using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors.Units;
using Handhaving.Simulator.Evenings;
using Handhaving.Simulator.Fake;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;
using Xunit;

namespace Handhaving.Simulator.Tests.Evenings;

public sealed class EveningTests : IAsyncLifetime
{
    private FakeHost host = null!; // Set before each test.

    public async ValueTask InitializeAsync() => host = await FakeHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_evening_on_a_sound_platform_holds()
    {
        var report = await PlayAsync();

        Assert.Equal(0, report.ExitCode);
        Assert.InRange(report.Counts["Reported"], 20, 100);
        Assert.Equal(report.Counts["Reported"], report.Counts["Closed"] + report.Counts["Cancelled"]);
        Assert.Equal((12, 20), (report.Units, report.Boards.Desks));
        var kept = report.Verdict?.Kept.ToDictionary(effect => effect.Kind) ?? [];
        Assert.All(["UnitSignedOn", "UnitSignedOff", "PositionTaken"], kind => Assert.Equal((12, 12), (kept[kind].Accepted, kept[kind].Visible)));
        Assert.True(report.AcceptedFixes > 0);
        Assert.Empty(report.RefusedFixes);
        Assert.All(host.Platform.Units.Values, unit => Assert.Equal(UnitAvailability.OffDuty, unit.Availability));
    }

    [Fact]
    public async Task Lost_answers_refused_calls_and_cut_boards_cost_nothing()
    {
        var faults = host.Platform.Faults;
        (faults.LoseAnswerEvery, faults.UnavailableEvery, faults.CutBoardEvery) = (7, 11, 40);

        var report = await PlayAsync();

        Assert.Equal(0, report.ExitCode);
        Assert.True(report.Verdict?.Resolved > 0);
        Assert.True(report.Boards.Reconnects > 0);
    }

    [Fact]
    public async Task A_platform_that_forgets_request_ids_is_found_out()
    {
        (host.Platform.Faults.ForgetsRequestIds, host.Platform.Faults.LoseAnswerEvery) = (true, 5);

        var report = await PlayAsync();

        Assert.Equal(1, report.ExitCode);
        Assert.True(report.Verdict?.Doubled > 0);
    }

    [Fact]
    public async Task A_platform_that_loses_what_it_accepted_is_found_out()
    {
        host.Platform.Faults.ForgetsClearing = true;

        var report = await PlayAsync();

        Assert.Equal(1, report.ExitCode);
        Assert.True(report.Verdict?.Lost > 0);
    }

    [Theory]
    [InlineData("UnitSignedOff")]
    [InlineData("PositionTaken")]
    public async Task A_platform_that_loses_what_units_did_is_found_out(string kind)
    {
        (host.Platform.Faults.ForgetsSigningOff, host.Platform.Faults.ForgetsPositions) = (kind == "UnitSignedOff", kind == "PositionTaken");

        var report = await PlayAsync();

        Assert.Equal(1, report.ExitCode);
        Assert.Contains(report.Verdict?.Findings ?? [], finding => finding.StartsWith($"lost: {kind} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_board_that_hides_changes_is_found_out()
    {
        host.Platform.Faults.HidesFromBoard = true;

        var report = await PlayAsync();

        Assert.Equal(1, report.ExitCode);
        Assert.True(report.Verdict?.Unseen > 0);
    }

    [Fact]
    public async Task A_stopped_evening_finishes_its_open_work_and_signs_off()
    {
        using var stop = new CancellationTokenSource();
        var evening = PlayUntilAsync(20, stop.Token);
        await WaitAsync(() => host.Platform.Incidents.Values.Any(incident => incident.State == IncidentState.EnRoute));

        await stop.CancelAsync();
        var report = await evening;

        Assert.Equal(0, report.ExitCode);
        Assert.True(report.Hours < 0.5);
        Assert.All(host.Platform.Incidents.Values, incident => Assert.Contains(incident.State, new[] { IncidentState.Closed, IncidentState.Cancelled }));
        Assert.All(host.Platform.Units.Values, unit => Assert.Equal(UnitAvailability.OffDuty, unit.Availability));
    }

    [Fact]
    public async Task Units_that_an_evening_left_at_work_are_taken_over()
    {
        var unit = host.Platform.Units["municipalities/0888/units/boa-0888-1"];
        var incident = new Incident { Name = "municipalities/0888/incidents/old", Description = $"{Intentions.AnyMark}old-1-1]", State = IncidentState.OnScene };
        incident.Assignments.Add(new Assignment { Name = $"{incident.Name}/assignments/x", Unit = unit.Name, State = AssignmentState.OnScene });
        host.Platform.Incidents[incident.Name] = incident;
        (unit.Assignment, unit.Availability, unit.Radio) = (incident.Assignments[0].Name, UnitAvailability.Committed, UnitNaming.RadioOf(unit.Name));
        incident.CreateTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        host.Platform.Do(() => host.Platform.Commit(incident, "IncidentReceived"));

        var report = await PlayAsync();

        Assert.Equal((0, 12), (report.ExitCode, report.Units));
        Assert.Equal(AssignmentState.Withdrawn, host.Platform.Incidents[incident.Name].Assignments[0].State);
    }

    [Fact]
    public async Task A_unit_that_a_person_signed_on_does_not_play_along_and_stays_on_duty()
    {
        var theirs = host.Platform.Units["municipalities/0888/units/boa-0888-1"];
        (theirs.Availability, theirs.Radio) = (UnitAvailability.Available, "PF-0888-1");

        var report = await PlayAsync();

        Assert.Equal((0, 12), (report.ExitCode, report.Units));
        Assert.Equal(UnitAvailability.Available, host.Platform.Units[theirs.Name].Availability);
        Assert.DoesNotContain(host.Platform.Incidents.Values.SelectMany(incident => incident.Assignments), assignment => assignment.Unit == theirs.Name);
        Assert.All(host.Platform.Units.Values.Where(unit => unit.Name != theirs.Name), unit => Assert.Equal(UnitAvailability.OffDuty, unit.Availability));
    }

    [Fact]
    public async Task A_board_that_shows_a_change_twice_is_found_out()
    {
        host.Platform.Faults.RepeatsOnBoard = true;

        var report = await PlayAsync();

        Assert.Equal(1, report.ExitCode);
        Assert.True(report.Boards.Repeats > 0);
    }

    [Fact]
    public async Task A_platform_that_does_not_know_what_the_scenario_deals_is_not_played()
    {
        host.Platform.KnownTypes.Remove("animal.dog");

        var refusal = await Assert.ThrowsAsync<NotReadyException>(PlayAsync);

        Assert.Contains("animal.dog", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(host.Platform.Incidents);
    }

    [Fact]
    public async Task A_New_Year_finds_its_duplicates()
    {
        host.Platform.OfferStands = TimeSpan.FromMilliseconds(300);

        var report = await PlayAsync(NewYear, 600, TestContext.Current.CancellationToken);

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(report.Counts["Reported"], report.Counts["Closed"] + report.Counts["Cancelled"]);
        Assert.All(["DuplicateFound", "Cancelled", "Backup", "Late", "Declined"], happening => Assert.True(report.Counts[happening] > 0, happening));
        Assert.Equal(0, report.Counts["DuplicateMissed"]);
    }

    [Fact]
    public async Task A_platform_that_proposes_no_duplicates_is_seen()
    {
        host.Platform.Faults.FindsNoDuplicates = true;

        var report = await PlayAsync(NewYear, 600, TestContext.Current.CancellationToken);

        Assert.True(report.Counts["DuplicateMissed"] > 0);
        Assert.Equal(0, report.Counts["DuplicateFound"]);
    }

    [Fact]
    public async Task Each_fate_is_played_to_its_end()
    {
        var plan = PlanDraw.Draw(Scenarios.All["gewone-avond"], new("fates", 400, 12, 20, BurstPerHour: 0), 5, TimeSpan.FromHours(18), TimeSpan.FromHours(1.5));
        var fates = plan.Reports.Where(report => report.At < TimeSpan.FromMinutes(15))
            .Select((report, index) => report with { Fate = (Fate)((index % 4) + 1), OnScene = TimeSpan.FromMinutes(2), SameAs = null });

        var report = await PlayAsync(plan with { Reports = [.. fates] }, 600, TestContext.Current.CancellationToken);

        Assert.Equal(0, report.ExitCode);
        Assert.All(["Closed", "Cancelled", "Held", "Reopened"], happening => Assert.True(report.Counts[happening] > 0, happening));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_emergency_takes_a_unit_off_what_is_less_urgent_by_the_platforms_own_proposal_where_there_is_one(bool proposes)
    {
        host.Platform.ProposesToInterrupt = proposes;
        var plan = PlanDraw.Draw(Scenarios.All["gewone-avond"], new("few units", 4_000, 3, 20, BurstPerHour: 0), 5, TimeSpan.FromHours(18), TimeSpan.FromMinutes(40));
        var mixed = plan.Reports.Take(40).Select((report, index) => report with { Priority = index % 3 == 2 ? 1 : 4, NeedsBackup = false });

        var report = await PlayAsync(plan with { Reports = [.. mixed] }, 300, TestContext.Current.CancellationToken);

        Assert.Equal(0, report.ExitCode);
        Assert.True(report.Counts["Preempted"] > 0);
    }

    private static EveningPlan NewYear => PlanDraw.Draw(
        Scenarios.All["jaarwisseling"], new("night", 1_500, 30, 20, BurstPerHour: 0), 4, TimeSpan.FromHours(23), TimeSpan.FromHours(0.75));

    private Task<EveningReport> PlayAsync() => PlayUntilAsync(600, TestContext.Current.CancellationToken);

    private Task<EveningReport> PlayUntilAsync(int clock, CancellationToken stop)
    {
        var plan = PlanDraw.Draw(Scenarios.All["gewone-avond"], new("busy", 2_500, 12, 20, BurstPerHour: 0), 5, TimeSpan.FromHours(18), TimeSpan.FromMinutes(30));
        return PlayAsync(plan, clock, stop);
    }

    private async Task<EveningReport> PlayAsync(EveningPlan plan, int clock, CancellationToken stop)
    {
        using var http = new HttpClient();
        using var tokens = new TokenSource(http, host.Http, "secret", TimeProvider.System);
        using var channel = Gateway.Open(host.Grpc);
        var ledger = new LedgerBook();
        var platform = new Platform(channel, new Caller(ledger, tokens, TimeProvider.System, new Chance(1, "back-off")));
        return await new Evening(platform, ledger, plan, new Pace("test", clock, TextWriter.Null), TimeProvider.System).RunAsync(stop);
    }

    /// <summary>Waits, change by change, until the platform is in a state.</summary>
    private async Task WaitAsync(Func<bool> holds)
    {
        while (true)
        {
            var (reached, changed) = host.Platform.Read(holds);
            if (reached)
                return;
            await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }
}
