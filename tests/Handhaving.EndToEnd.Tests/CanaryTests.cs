using System.Net;
using Npgsql;

namespace Handhaving.EndToEnd.Tests;

/// <summary>
/// Stops delivery at each hop in turn: the canary turns red and green again, and dispatch stays ready all the while (R6). One hop runs with every suite, the
/// others by <c>-explicit on</c>.
/// </summary>
public sealed class CanaryTests(Platform platform)
{
    // Fifteen seconds to turn red, and what a loaded machine needs to look.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task It_turns_red_when_the_broker_stands_still() => TurnsRedAndGreenAsync(() => Task.FromResult(platform.Application.Pause("messaging")));

    [Fact(Explicit = true)]
    public Task It_turns_red_when_the_gateway_stands_still() => TurnsRedAndGreenAsync(() => Task.FromResult(platform.Application.Pause("gateway")));

    [Fact(Explicit = true)]
    public Task It_turns_red_when_nothing_can_be_stored() => TurnsRedAndGreenAsync(() => HoldAsync("lock table incident in access exclusive mode"));

    [Fact(Explicit = true)]
    public Task It_turns_red_when_consumers_hang() => TurnsRedAndGreenAsync(() => HoldAsync("lock table inbox in access exclusive mode"));

    [Fact(Explicit = true)]
    public Task It_turns_red_when_a_transaction_holds_the_feed_back() => TurnsRedAndGreenAsync(() => HoldAsync("select pg_current_xact_id()"));

    private async Task TurnsRedAndGreenAsync(Func<Task<IAsyncDisposable>> stop)
    {
        await UntilAsync(HttpStatusCode.OK);

        await using (await stop())
        {
            await UntilAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.OK, await AskAsync("health/ready"));
        }

        await UntilAsync(HttpStatusCode.OK);
    }

    private async Task UntilAsync(HttpStatusCode wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await AskAsync("health/canary") != wanted) await look.WaitForNextTickAsync(limit.Token);
    }

    private async Task<HttpStatusCode> AskAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = platform.Application.Address("dispatch", "http"), DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<IAsyncDisposable> HoldAsync(string statement)
    {
        var connection = new NpgsqlConnection(platform.Application.ConnectionString("dispatch-database"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"begin; {statement}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection; // closing it rolls back
    }
}
