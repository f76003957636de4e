using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.Testing.Servers;

/// <summary>One server in the hands of a test: nobody starts it again but the test.</summary>
internal sealed class ServerHandle(Resource resource, Instance instance)
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20), Look = TimeSpan.FromMilliseconds(50);
    private readonly Stack<(ChildProcess Process, ResourceLog Log)> _running = new();

    /// <summary>The server itself, of what was started for it.</summary>
    public int Pid => _running.TryPeek(out var running) ? running.Process.Pid : throw new DistributedApplicationException($"'{resource.Name}' does not run.");

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (_running.Count > 0)
            return;
        var server = PrivateServer.For(resource, instance) ?? throw new DistributedApplicationException($"'{resource.Name}' is no server.");
        foreach (var launch in await server.PrepareAsync(cancellation))
        {
            var log = new ResourceLog(instance.Logs, launch.Name, null);
            var process = await ChildProcess.StartAsync(launch, log, instance.Pids);
            _running.Push((process, log));
            while (!await launch.IsReady(cancellation))
            {
                if (process.Exited.IsCompleted)
                    throw new DistributedApplicationException($"{launch.Name} did not start:\n{string.Join('\n', log.Last)}");
                await Task.Delay(Look, cancellation);
            }
        }
        await server.CompleteAsync(cancellation);
    }

    public Task StopAsync() => EndAsync(process => process.StopAsync(StopPatience));

    public Task KillAsync() => EndAsync(process =>
    {
        process.Kill();
        return process.Exited;
    });

    private async Task EndAsync(Func<ChildProcess, Task> end)
    {
        while (_running.TryPop(out var running))
        {
            await end(running.Process);
            await running.Process.DisposeAsync();
            running.Log.Dispose();
        }
    }
}
