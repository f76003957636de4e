using Aspire.Hosting;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.AppHost.Tests.Running;

public sealed class ResourceRunsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_stop_in_the_reverse_order_of_starting()
    {
        using var given = new Given();
        var first = given.Shell("first", Recording("first"));
        var second = given.Shell("second", Recording("second")).WaitFor(first);
        given.Shell("third", Recording("third")).WaitFor(second);

        await using (var runs = given.Runs())
        {
            await runs.StartAsync(Cancellation);
            await LinesAsync(given.PathOf("order"), 3);
        }

        Assert.Equal(["third", "second", "first"], (await LinesAsync(given.PathOf("order"), 6))[3..]);
    }

    [Fact]
    public async Task A_resource_waits_until_another_has_ended_well()
    {
        using var given = new Given();
        var migration = given.Shell("migration", "echo migrated >> order");
        given.Shell("service", Recording("service")).WaitForCompletion(migration);

        await using var runs = given.Runs();
        await runs.StartAsync(Cancellation);

        Assert.Equal(["migrated", "service"], await LinesAsync(given.PathOf("order"), 2));
        Assert.Equal(RunState.Completed, runs.Of("migration").State);
    }

    [Fact]
    public async Task What_waits_for_a_failure_is_never_started()
    {
        using var given = new Given();
        var migration = given.Shell("migration", "exit 7");
        given.Shell("service", Recording("service")).WaitForCompletion(migration);

        await using var runs = given.Runs();
        var failed = await Assert.ThrowsAsync<StartFailed>(() => runs.StartAsync(Cancellation));

        Assert.Contains("ended with 7", failed.Message);
        Assert.False(File.Exists(given.PathOf("order")));
    }

    [Fact]
    public async Task A_process_that_died_is_started_again_and_its_new_pid_is_written_down()
    {
        using var given = new Given();
        given.Shell("service", "while :; do sleep 1; done").WithHttpEndpoint();
        await using var runs = given.Runs();
        await runs.StartAsync(Cancellation);
        var before = Written(given).Replicas[0].Pid ?? 0;

        Unix.SignalGroup(before, UnixSignal.Kill);

        await Given.UntilAsync(() => Written(given).Replicas[0] is { State: RunState.Healthy, Restarts: 1 }, Cancellation);
        Assert.NotEqual(before, Written(given).Replicas[0].Pid);
        Assert.Contains(given.Said, line => line.StartsWith("service: exited with 137", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_without_a_health_check_that_ends_at_once_is_never_called_healthy()
    {
        using var given = new Given();
        given.Shell("partner", "echo the reason; exit 2");
        await using var runs = given.Runs();

        var failed = await Assert.ThrowsAsync<StartFailed>(() => runs.StartAsync(Cancellation));

        Assert.Contains("partner exited with 2", failed.Message);
        Assert.Contains("the reason", failed.Message);
        Assert.Equal(RunState.Failed, runs.Of("partner").State);
    }

    [Fact]
    public async Task A_program_that_has_done_its_work_at_once_has_started_well()
    {
        using var given = new Given();
        given.Shell("partner", "exit 0");
        await using var runs = given.Runs();

        await runs.StartAsync(Cancellation);

        Assert.Equal(RunState.Completed, runs.Of("partner").State);
    }

    [Fact]
    public async Task An_explicit_start_is_left_to_the_person()
    {
        using var given = new Given();
        given.Shell("service", Recording("service")).WithExplicitStart();

        await using var runs = given.Runs();
        await runs.StartAsync(Cancellation);

        Assert.Equal(RunState.NotStarted, runs.Of("service").State);
    }

    private static ResourceEndpoints Written(Given given) => EndpointsFile.Read(given.Instance.EndpointsFile)?.Resources["service"]
        ?? throw new InvalidOperationException("Nothing was written.");

    private static string Recording(string name) => $"trap 'echo {name} >> order; exit 0' TERM; echo {name} >> order; while :; do sleep 0.02; done";

    private static async Task<string[]> LinesAsync(string path, int count)
    {
        await Given.UntilAsync(() => File.Exists(path) && File.ReadAllLines(path).Length >= count, Cancellation);
        return await File.ReadAllLinesAsync(path, Cancellation);
    }
}
