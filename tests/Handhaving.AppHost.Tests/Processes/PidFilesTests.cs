using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Tests.Processes;

public sealed class PidFilesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_earlier_run_left_is_stopped()
    {
        using var given = new Given();
        using var log = new ResourceLog(given.Instance.Logs, "left", null);
        await using var left = await ChildProcess.StartAsync(new Launch("left", "sleep", ["600"], "/"), log, given.Instance.Pids);

        Assert.Equal(["left"], await new PidFiles(Path.Combine(given.Instance.Directory, "processes")).StopStaleAsync(Cancellation));

        Assert.NotEqual(0, await left.Exited.WaitAsync(Cancellation));
    }

    [Fact]
    public async Task A_pid_that_another_process_has_now_is_left_alone()
    {
        using var given = new Given();
        using var log = new ResourceLog(given.Instance.Logs, "other", null);
        await using var other = await ChildProcess.StartAsync(new Launch("other", "sleep", ["600"], "/"), log, given.Instance.Pids);
        var mine = other.Identity ?? throw new InvalidOperationException("It has just been started.");
        given.Instance.Pids.Write("gone", mine with { Started = mine.Started - 1 });
        given.Instance.Pids.Remove("other");

        Assert.Empty(await given.Instance.Pids.StopStaleAsync(Cancellation));

        Assert.True(mine.IsAlive);
    }

    [Fact]
    public async Task A_child_keeps_none_of_this_processs_own_settings()
    {
        using var given = new Given();
        Environment.SetEnvironmentVariable("ConnectionStrings__leaked", "secret");

        var seen = await Tool.RunAsync(new Launch("env", "env", [], "/") { Environment = new Dictionary<string, string> { ["Seen"] = "yes" } }, Cancellation);

        Assert.Contains("Seen=yes", seen.Output);
        Assert.DoesNotContain("leaked", seen.Output);
    }
}
