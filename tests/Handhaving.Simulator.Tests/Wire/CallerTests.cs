using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Fake;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;
using Xunit;

namespace Handhaving.Simulator.Tests.Wire;

public sealed class CallerTests : IAsyncLifetime
{
    private readonly LedgerBook ledger = new();
    private readonly HttpClient http = new();
    private FakeHost host = null!; // Set before each test.
    private GrpcChannel channel = null!; // Set before each test.
    private TokenSource tokens = null!; // Set before each test.

    public async ValueTask InitializeAsync()
    {
        host = await FakeHost.StartAsync();
        channel = Gateway.Open(host.Grpc);
        tokens = new(http, host.Http, "secret", TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        tokens.Dispose();
        channel.Dispose();
        http.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_lost_in_the_middle_of_a_call_is_fetched_by_the_same_request_id()
    {
        host.Platform.Faults.LoseAnswerEvery = 2;
        await ReportAsync("first", TimeSpan.FromMinutes(1));

        var second = await ReportAsync("second", TimeSpan.FromMinutes(1));

        Assert.Equal(2, host.Platform.Incidents.Count);
        Assert.Contains(second.Name, host.Platform.Incidents.Keys);
        Assert.Equal([LedgerState.Accepted, LedgerState.Accepted], ledger.Entries.Select(entry => entry.State));
        Assert.Single(ledger.Entries, entry => entry.WasInDoubt);
    }

    [Fact]
    public async Task A_platform_that_is_away_for_a_moment_is_asked_again()
    {
        host.Platform.Faults.UnavailableEvery = 2;
        await ReportAsync("first", TimeSpan.FromMinutes(1));

        await ReportAsync("second", TimeSpan.FromMinutes(1));

        Assert.Equal(2, host.Platform.Incidents.Count);
    }

    [Fact]
    public async Task A_platform_that_stays_away_leaves_the_intention_in_doubt()
    {
        host.Platform.Faults.Gone = true;

        await Assert.ThrowsAsync<UnansweredException>(() => ReportAsync("first", TimeSpan.FromMilliseconds(300)));

        Assert.Equal(LedgerState.InDoubt, Assert.Single(ledger.Entries).State);
    }

    [Fact]
    public async Task A_definite_no_is_not_repeated()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => ReportAsync("unknown", TimeSpan.FromMinutes(1), type: "nonsense"));

        Assert.Equal("UNKNOWN_INCIDENT_TYPE", refused.Reason);
        Assert.Equal(LedgerState.Refused, Assert.Single(ledger.Entries).State);
        Assert.Equal(1, Assert.Single(ledger.Latencies()).Count);
    }

    private async Task<Incident> ReportAsync(string key, TimeSpan patience, string type = "waste.litter")
    {
        var caller = new Caller(ledger, tokens, TimeProvider.System, new Chance(1, key)) { Patience = patience };
        var platform = new Platform(channel, caller);
        var intention = new Intentions("test", 1).To("ReportIncident", key);
        var request = new ReportIncidentRequest
        {
            Parent = "municipalities/0888",
            RequestId = intention.RequestId,
            Incident = new() { Type = type, Priority = 2 },
        };
        var answer = await caller.SendAsync(
            intention, null, options => platform.Incidents.ReportIncidentAsync(request, options), _ => null, TestContext.Current.CancellationToken);
        return answer.Incident;
    }
}
