using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.Testing.Servers;

/// <summary>The whole application as its own process on free ports, as a person would start it; for end-to-end and fault tests.</summary>
public sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Instance _instance;
    private readonly ResourceLog _output;
    private readonly ChildProcess _process;

    private AppHostProcess(Instance instance, ResourceLog output, ChildProcess process) => (_instance, _output, _process) = (instance, output, process);

    /// <summary>Returns when every resource is healthy; throws with the last lines of its output when it ends before.</summary>
    public static Task<AppHostProcess> StartAsync(string name, CancellationToken cancellation, params string[] options) =>
        StartAsync(name, new Dictionary<string, string>(), cancellation, options);

    /// <param name="environment">What it and all that it starts see beside the environment of the test.</param>
    public static async Task<AppHostProcess> StartAsync(string name, IReadOnlyDictionary<string, string> environment, CancellationToken cancellation, params string[] options)
    {
        var instance = new Instance(RepositoryRoot.Find(), name);
        string[] arguments =
        [
            "exec", BuiltProgram.Find(instance.Repository, "apphost/Handhaving.AppHost"),
            "--instance", name, "--ports", "free", "--lease", $"{Environment.ProcessId}", .. options,
        ];
        var output = new ResourceLog(instance.Logs, "apphost", null);
        var launch = new Launch("apphost", ProgramLaunch.Dotnet, arguments, instance.Repository) { OrphanSignal = UnixSignal.Terminate, Environment = environment };
        // Its pid is kept outside the directory, which --fresh empties.
        var process = await ChildProcess.StartAsync(launch, output, new PidFiles(instance.Directory + ".apphost"));
        var application = new AppHostProcess(instance, output, process);
        await application.HealthyAsync(cancellation);
        return application;
    }

    /// <summary>The process of the AppHost itself.</summary>
    public int Pid => _process.Pid;

    /// <summary>Where the sources of the application stand.</summary>
    public string Repository => _instance.Repository;

    /// <summary>Where each process of the application writes its log.</summary>
    public string Logs => _instance.Logs;

    public Uri Address(string resource, string endpoint, int replica = 0) => new(State.Resources[resource].Replicas[replica].Addresses[endpoint]);

    /// <summary>As the owner, for a database or server of the model by its resource name.</summary>
    public string ConnectionString(string resource) => State.Resources[resource].ConnectionString
        ?? throw new DistributedApplicationException($"'{resource}' has no connection string.");

    /// <summary>The pids that run now; one that was killed is missing until it was started again.</summary>
    public IReadOnlyList<int> Pids(string resource) => [.. State.Resources[resource].Replicas.Select(replica => replica.Pid).OfType<int>()];

    /// <summary>kill -9 of one replica; the AppHost starts it again by itself.</summary>
    public void KillReplica(string resource, int replica) => Unix.Signal(PidOf(resource, replica), UnixSignal.Kill);

    /// <summary>SIGTERM of one replica, as a deployment does it; the AppHost starts it again.</summary>
    public void TerminateReplica(string resource, int replica) => Unix.Signal(PidOf(resource, replica), UnixSignal.Terminate);

    /// <summary>kill -9 of a server with all its children; the AppHost starts it again by itself.</summary>
    public void KillServer(string resource) => Unix.SignalGroup(PidOf(resource, ServerOf(resource)), UnixSignal.Kill);

    /// <summary>kill -9 of a server that then stays away: what the AppHost starts in its place is stopped in its tracks before it listens. Disposing lets it come up.</summary>
    public async Task<IAsyncDisposable> TakeAwayAsync(string resource, CancellationToken cancellation)
    {
        var (server, killed) = (ServerOf(resource), PidOf(resource, ServerOf(resource)));
        KillServer(resource);
        while (true)
        {
            if (State.Resources[resource].Replicas[server].Pid is { } pid && pid != killed)
                return new Paused([pid]);
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>Another build of a service in the place of its last replica, at the same addresses.</summary>
    /// <param name="program">The built program, a <c>.dll</c>.</param>
    public async Task<StandIn> StandInAsync(string resource, string program, CancellationToken cancellation)
    {
        var environment = StandIn.EnvironmentOf(PidOf(resource, ServerOf(resource)));
        return await StandIn.StartAsync(program, environment, Logs, await TakeAwayAsync(resource, cancellation));
    }

    /// <summary>Stops a resource in its tracks (SIGSTOP, with its children): alive for who looks at processes, silent for who talks to it. Disposing lets it go on.</summary>
    public IAsyncDisposable Pause(string resource) => new Paused(Pids(resource));

    /// <summary>The same for one of its replicas.</summary>
    public IAsyncDisposable Pause(string resource, int replica) => new Paused([PidOf(resource, replica)]);

    /// <summary>How often its processes were started again until now.</summary>
    public int Restarts(string resource) => State.Resources[resource].Replicas.Sum(replica => replica.Restarts);

    /// <summary>Returns when all replicas of the resource answer and it was restarted at least so often in all.</summary>
    public async Task RestartedAsync(string resource, int restarts, CancellationToken cancellation)
    {
        while (State.Resources[resource].State != RunState.Healthy || Restarts(resource) < restarts)
            await Task.Delay(Look, cancellation);
    }

    /// <summary>Asks for an orderly end, as Ctrl+C does, and returns its exit code.</summary>
    public async Task<int> StopAsync(TimeSpan patience)
    {
        await _process.StopAsync(patience);
        return await _process.Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(TimeSpan.FromSeconds(20));
        await _process.DisposeAsync();
        _output.Dispose();
    }

    private sealed class Paused : IAsyncDisposable
    {
        private readonly IReadOnlyList<int> _pids;

        public Paused(IReadOnlyList<int> pids)
        {
            _pids = pids;
            foreach (var pid in pids) Unix.SignalGroup(pid, UnixSignal.Stop);
        }

        public ValueTask DisposeAsync()
        {
            foreach (var pid in _pids) Unix.SignalGroup(pid, UnixSignal.Continue);
            return ValueTask.CompletedTask;
        }
    }

    // The processes before the last only serve it: the broker's name service.
    private int ServerOf(string resource) => State.Resources[resource].Replicas.Count - 1;

    private int PidOf(string resource, int replica) =>
        State.Resources[resource].Replicas[replica].Pid ?? throw new DistributedApplicationException($"{resource}[{replica}] does not run.");

    private EndpointsFile State => EndpointsFile.Read(_instance.EndpointsFile)
        ?? throw new DistributedApplicationException($"The application does not run:\n{string.Join('\n', _output.Last)}");

    private async Task HealthyAsync(CancellationToken cancellation)
    {
        while (EndpointsFile.Read(_instance.EndpointsFile) is not { Healthy: true } state || state.AppHost.Pid != Pid)
        {
            if (_process.Exited.IsCompleted)
                throw new DistributedApplicationException($"The application ended with {await _process.Exited}:\n{string.Join('\n', _output.Last)}");
            await Task.Delay(Look, cancellation);
        }
    }
}
