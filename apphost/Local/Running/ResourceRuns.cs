using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.AppHost.Local.Running;

/// <summary>All resources of a run: started as their order allows, drained in reverse when this is disposed.</summary>
internal sealed class ResourceRuns : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<IReadOnlyList<ResourceRun>> _levels;
    private readonly List<ResourceLog> _logs = [];
    private readonly Instance _instance;
    private readonly Action<string> _say;
    private bool _healthy;
    private bool _ended;

    public ResourceRuns(IReadOnlyList<IReadOnlyList<Resource>> levels, Instance instance, Action<string> say)
    {
        (_instance, _say) = (instance, say);
        var awaited = levels.SelectMany(level => level).SelectMany(resource => resource.Waits)
            .Where(wait => wait.ForCompletion).Select(wait => wait.For).ToHashSet();
        _levels = [.. levels.Select(level => level.Select(resource => RunOf(resource, awaited.Contains(resource))).ToList())];
    }

    public IEnumerable<ResourceRun> All => _levels.SelectMany(level => level);

    public ResourceRun Of(string name) => All.Single(run => run.Resource.Name == name);

    /// <summary>Returns when everything answers; throws with the reason when something does not come up.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartPatience);
        var started = All.Where(run => run.State != RunState.NotStarted).ToList();
        var starting = started.Select(run => run.StartAsync(resource => All.Single(other => other.Resource == resource), limit.Token)).ToList();
        var settling = started.Select(run => run.SettledAsync()).ToList();
        while (settling.Count > 0)
        {
            var settled = await Task.WhenAny(settling).WaitAsync(cancellation);
            settling.Remove(settled);
            if (settled.IsCanceled && !cancellation.IsCancellationRequested)
                throw new StartFailed($"Not healthy within {StartPatience.TotalMinutes} minutes: {string.Join(", ", started.Where(run => !run.Healthy.IsCompletedSuccessfully).Select(run => run.Resource.Name))}. Logs are in {_instance.Logs}.");
            await settled;
        }
        await Task.WhenAll(starting);
        lock (_gate)
            _healthy = true;
        Changed("");
    }

    public async ValueTask DisposeAsync()
    {
        await Drain.RunAsync(_levels, TimeProvider.System);
        lock (_gate)
        {
            _ended = true;
            File.Delete(_instance.EndpointsFile);
        }
        _logs.ForEach(log => log.Dispose());
    }

    private ResourceRun RunOf(Resource resource, bool once)
    {
        var begin = resource switch
        {
            { ExplicitStart: true } => RunState.NotStarted,
            ServerResource { Given: not null } or PostgresDatabaseResource { Given: not null } or PostgresServerResource { IsNeeded: false } => RunState.Given,
            _ => RunState.Waiting,
        };
        return new ResourceRun(resource, once, begin, cancellation => PlanAsync(resource, once, cancellation));
    }

    private async Task<StartPlan> PlanAsync(Resource resource, bool once, CancellationToken cancellation)
    {
        if (PrivateServer.For(resource, _instance) is { } server)
            return new StartPlan([.. (await server.PrepareAsync(cancellation)).Select(launch => ProcessOf(launch, Ending.IsDeath))], OneByOne: true, server.CompleteAsync);
        return resource is ExecutableResource or ProjectResource
            ? StartPlan.Nothing with { Processes = [.. Enumerable.Range(0, resource.Replicas).Select(replica => ProcessOf(ProgramLaunch.Of(resource, replica), EndingOf(resource, once)))] }
            : StartPlan.Nothing;
    }

    private static Ending EndingOf(Resource resource, bool once) => once ? Ending.IsExpected : resource.Endpoints.Count > 0 ? Ending.IsDeath : Ending.MayFinish;

    private ProcessRun ProcessOf(Launch launch, Ending ending)
    {
        var log = new ResourceLog(_instance.Logs, launch.Name, launch.Quiet ? null : line => _say($"{launch.Name,-16} | {line}"));
        lock (_gate)
            _logs.Add(log);
        return new ProcessRun(launch, ending, log, _instance.Pids, TimeProvider.System, Changed);
    }

    private void Changed(string said)
    {
        if (said.Length > 0)
            _say(said);
        lock (_gate)
            if (_healthy && !_ended)
                EndpointsFile.Of(All, _healthy).Write(_instance);
    }
}
