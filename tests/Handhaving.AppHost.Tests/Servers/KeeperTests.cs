using Handhaving.AppHost.Local.Commands;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;
using Handhaving.Testing.Servers;

namespace Handhaving.AppHost.Tests.Servers;

public sealed class KeeperTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_who_ask_at_once_share_one_keeper_which_ends_with_the_last_of_them()
    {
        using var given = new Given();
        using var log = new ResourceLog(given.Instance.Logs, "holder", null);
        await using var holder = await ChildProcess.StartAsync(new Launch("holder", "sleep", ["600"], "/"), log, given.Instance.Pids);
        var identity = holder.Identity ?? throw new InvalidOperationException("It has just been started.");
        var keeper = new Keeper(new Instance(RepositoryRoot.Find(), "test-keeper"));

        var joined = await Task.WhenAll(keeper.JoinAsync(identity, Cancellation), keeper.JoinAsync(identity, Cancellation));
        Assert.Equal(joined[0].AppHost, joined[1].AppHost);

        holder.Kill();
        await EndAsync(joined[0]);
    }

    [Fact]
    public async Task Kill_minus_nine_of_the_keeper_leaves_no_orphan()
    {
        var servers = await new Keeper(new Instance(RepositoryRoot.Find(), "test-orphans")).JoinAsync(ProcessIdentity.Current, Cancellation);

        Unix.Signal(servers.AppHost.Pid, UnixSignal.Kill);

        await EndAsync(servers);
    }

    private static async Task EndAsync(EndpointsFile servers)
    {
        var pids = servers.Resources.Values.SelectMany(resource => resource.Replicas).Select(replica => replica.Pid ?? 0).Append(servers.AppHost.Pid);
        var left = pids.Select(ProcessIdentity.Of).OfType<ProcessIdentity>().ToList();
        foreach (var process in left)
            await ParentTool.EndedAsync(process, Cancellation);
        Assert.DoesNotContain(left, process => process.IsAlive);
    }
}
