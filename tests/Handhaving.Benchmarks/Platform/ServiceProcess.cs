using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.Benchmarks.Platform;

/// <summary>A process that is measured, started like the AppHost starts its own, and gone when this is disposed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60), StopPatience = TimeSpan.FromSeconds(15), Look = TimeSpan.FromMilliseconds(10);
    private readonly ChildProcess process;
    private readonly ResourceLog log;

    private ServiceProcess(ChildProcess process, ResourceLog log) => (this.process, this.log) = (process, log);

    public int Pid => process.Pid;

    public static Instance Instance { get; } = new(RepositoryRoot.Find(), "benchmarks");

    /// <summary>Returns when it is ready; throws with the last lines of its output when it ends before.</summary>
    public static async Task<ServiceProcess> StartAsync(Launch launch, CancellationToken cancellation)
    {
        var log = new ResourceLog(Instance.Logs, launch.Name, null);
        var started = new ServiceProcess(await ChildProcess.StartAsync(launch, log, Instance.Pids), log);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartPatience);
        while (!await launch.IsReady(limit.Token))
        {
            if (started.process.Exited.IsCompleted) throw new DistributedApplicationException($"{launch.Name} did not start:\n{string.Join('\n', log.Last)}");
            await Task.Delay(Look, limit.Token);
        }
        return started;
    }

    /// <summary>A project of this repository in the build of the benchmarks, ready when its health says so.</summary>
    /// <param name="project">Its folder and name: services/Handhaving.Dispatch.</param>
    public static Task<ServiceProcess> StartProjectAsync(string name, string project, IReadOnlyList<string> arguments, Uri ready, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation)
    {
        var program = Testing.Servers.BuiltProgram.Find(Instance.Repository, $"{project}/{Path.GetFileName(project)}");
        var launch = new Launch(name, ProgramLaunch.Dotnet, ["exec", program, .. arguments], Path.GetDirectoryName(program) ?? "/") { Environment = environment, IsReady = new HttpProbe(ready, 200).AnswersAsync };
        return StartAsync(launch, cancellation);
    }

    /// <summary>kill -9; returns when it is gone.</summary>
    public Task KillAsync()
    {
        process.Kill();
        return process.Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await process.StopAsync(StopPatience);
        await process.DisposeAsync();
        log.Dispose();
    }
}
