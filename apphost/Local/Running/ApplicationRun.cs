using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.AppHost.Local.Running;

/// <summary>One run of the application: from the lock on the instance to the last process stopped.</summary>
internal sealed class ApplicationRun(ApplicationBuilder model, Instance instance, StopSignals stop, Action<string> say)
{
    private const int Failed = 1;
    private static readonly TimeSpan Predecessor = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(ApplicationBuilder model, StopSignals stop)
    {
        try
        {
            var instance = new Instance(RepositoryRoot.Find(), model.Options.Instance);
            return await new ApplicationRun(model, instance, stop, Console.Out.WriteLine).RunAsync();
        }
        catch (ServerMissing missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return ServerMissing.ExitCode;
        }
        catch (Exception problem) when (problem is DistributedApplicationException or StartFailed)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Failed;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return 0; // stopped before it was up
        }
    }

    public async Task<int> RunAsync()
    {
        using var mine = await LockAsync();
        using var leases = new Leases(instance);
        if (await instance.Pids.StopStaleAsync(stop.Token) is { Count: > 0 } stale)
            say($"Stopped what an earlier run left behind: {string.Join(", ", stale)}");
        if (model.Options.Fresh)
            instance.Empty();
        if (model.Options.Lease is { } holder)
            leases.Take(ProcessIdentity.Of(holder) ?? throw new DistributedApplicationException($"There is no process {holder} to run for."));
        var levels = StartOrder.Levels(model.Resources);
        await new ServerInstallation(new PackageTool(Path.Combine(instance.Logs, "install.log")), say).EnsureAsync(model.Resources, stop.Token);
        new Allocation(instance, model.Options).Apply(model.Resources);
        await using var runs = new ResourceRuns(levels, instance, say);
        await runs.StartAsync(stop.Token);
        var table = new StatusTable(runs.All, instance);
        table.Print();
        await EndAsync(leases);
        say("Stopping, in reverse order.");
        return 0;
    }

    private async Task<FileLock> LockAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        // The run before this one may still be stopping, when it was asked to.
        limit.CancelAfter(EndpointsFile.Read(instance.EndpointsFile) is { AppHost.IsAlive: true } ? TimeSpan.FromSeconds(1) : Predecessor);
        try
        {
            return await FileLock.TakeAsync(Path.Combine(instance.Directory, "instance.lock"), limit.Token);
        }
        catch (OperationCanceledException) when (!stop.Token.IsCancellationRequested)
        {
            var owner = EndpointsFile.Read(instance.EndpointsFile)?.AppHost.Pid;
            throw new DistributedApplicationException(
                $"The instance '{instance.Name}' is already running{(owner is null ? "" : $" as process {owner}")}. Stop it (kill {owner}), or start another: --instance NAME --ports free");
        }
    }

    private async Task EndAsync(Leases leases)
    {
        List<Task> ends = [Task.Delay(Timeout.Infinite, stop.Token)];
        if (model.Options.Lease is not null)
            ends.Add(leases.AllEndedAsync(stop.Token));
        if (model.Options.EndsWithParent && ParentTool.Find() is { } parent)
            ends.Add(ParentTool.EndedAsync(parent, stop.Token));
        await Task.WhenAny(ends);
        stop.Stop();
    }
}
