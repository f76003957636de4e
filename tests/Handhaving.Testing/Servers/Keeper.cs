using System.Diagnostics;
using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.Testing.Servers;

/// <summary>The process that keeps the shared servers: started by the first who asks, joined by the others, ended by itself when no holder is left.</summary>
internal sealed class Keeper(Instance instance)
{
    // A first run on a machine downloads the servers.
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(6), Look = TimeSpan.FromMilliseconds(50);

    public async Task<EndpointsFile> JoinAsync(ProcessIdentity holder, CancellationToken cancellation)
    {
        // One at a time: the first starts the keeper and the others find it; a keeper that is stopping holds this too.
        using var gate = await FileLock.TakeAsync(Leases.GateOf(instance), cancellation);
        using var leases = new Leases(instance);
        leases.Take(holder);
        if (Running() is { } servers)
            return servers;
        using var keeper = Start(holder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartPatience);
        while (true)
        {
            if (Running() is { } started)
                return started;
            if (keeper.HasExited)
                throw new DistributedApplicationException($"The test servers did not start:\n{await File.ReadAllTextAsync(Output, cancellation)}");
            await Task.Delay(Look, limit.Token);
        }
    }

    private string Output => Path.Combine(instance.Directory, "keeper.log");

    private EndpointsFile? Running() =>
        EndpointsFile.Read(instance.EndpointsFile) is { Healthy: true, AppHost.IsAlive: true } servers ? servers : null;

    // Apart from this process in every way, so that neither its end nor a pipe of the test runner holds on to the keeper.
    private Process Start(ProcessIdentity holder)
    {
        Directory.CreateDirectory(instance.Directory);
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = instance.Repository };
        string[] arguments =
        [
            "sh", "-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", Output,
            ProgramLaunch.Dotnet, "exec", BuiltProgram.Find(instance.Repository, "apphost/Local/Handhaving.AppHost.Local"),
            "--instance", instance.Name, "--lease", $"{holder.Pid}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new DistributedApplicationException("The keeper of the test servers was not started.");
    }
}
