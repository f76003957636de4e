using Handhaving.Dispatch.V1;
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
        Assert.InRange(report.Reported, 20, 100);
        Assert.Equal(report.Reported, report.Closed);
        Assert.Equal(12, report.Units);
        Assert.True(report.AcceptedFixes > 0);
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
        Assert.True(report.Reconnects > 0);
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
        Assert.All(host.Platform.Incidents.Values, incident => Assert.Equal(IncidentState.Closed, incident.State));
        Assert.All(host.Platform.Units.Values, unit => Assert.Equal(UnitAvailability.OffDuty, unit.Availability));
    }

    [Fact]
    public async Task Units_that_an_evening_left_at_work_are_taken_over()
    {
        var unit = host.Platform.Units["municipalities/0888/units/boa-0888-1"];
        var incident = new Incident { Name = "municipalities/0888/incidents/old", Description = $"{Intentions.AnyMark}old-1-1]", State = IncidentState.OnScene };
        incident.Assignments.Add(new Assignment { Name = $"{incident.Name}/assignments/x", Unit = unit.Name, State = AssignmentState.OnScene });
        host.Platform.Incidents[incident.Name] = incident;
        (unit.Assignment, unit.Availability) = (incident.Assignments[0].Name, UnitAvailability.Committed);
        incident.CreateTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        host.Platform.Do(() => host.Platform.Commit(incident, "IncidentReported"));

        var report = await PlayAsync();

        Assert.Equal((0, 12), (report.ExitCode, report.Units));
        Assert.Equal(AssignmentState.Withdrawn, host.Platform.Incidents[incident.Name].Assignments[0].State);
    }

    private Task<EveningReport> PlayAsync() => PlayUntilAsync(600, TestContext.Current.CancellationToken);

    private async Task<EveningReport> PlayUntilAsync(int speed, CancellationToken stop)
    {
        using var http = new HttpClient();
        using var tokens = new TokenSource(http, host.Http, "secret", TimeProvider.System);
        using var channel = Gateway.Open(host.Grpc);
        var ledger = new LedgerBook();
        var platform = new Platform(channel, new Caller(ledger, tokens, TimeProvider.System, new Chance(1, "back-off")));
        var plan = OrdinaryEvening.Draw(5, new("busy", 2_500, 12, 20), TimeSpan.FromHours(18), TimeSpan.FromMinutes(30), Region.Limburg);
        return await new Evening(platform, ledger, plan, new Pace("test", speed, TextWriter.Null), TimeProvider.System).RunAsync(stop);
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
