using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Running;

/// <summary>A resource on its way from waiting to healthy, with the processes that make it up.</summary>
internal sealed class ResourceRun(Resource resource, bool once, RunState begin, Func<CancellationToken, Task<StartPlan>> plan)
{
    private readonly TaskCompletionSource _healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile List<ProcessRun> _processes = [];
    private bool _oneByOne;

    public Resource Resource => resource;

    public IReadOnlyList<ProcessRun> Processes => _processes;

    /// <summary>Whether others wait until it has ended, instead of until it answers.</summary>
    public bool Once => once;

    public Task Healthy => _healthy.Task;

    public RunState State => this switch
    {
        { Healthy.IsFaulted: true } => RunState.Failed,
        { Processes.Count: 0, Healthy.IsCompletedSuccessfully: true } => begin == RunState.Waiting ? RunState.Healthy : begin,
        { Processes.Count: 0 } => begin,
        // The worst of its processes tells most; the states stand in the order of life.
        _ when Processes.All(process => process.State == RunState.Healthy) => RunState.Healthy,
        _ => Processes.Select(process => process.State).Where(state => state != RunState.Healthy).Max(),
    };

    public async Task StartAsync(Func<Resource, ResourceRun> runOf, CancellationToken cancellation)
    {
        try
        {
            foreach (var wait in resource.Waits)
                await WaitAsync(wait, runOf(wait.For), cancellation);
            if (resource is PostgresDatabaseResource { Given: null } database)
                await runOf(database.Parent).Healthy.WaitAsync(cancellation);
            await StartAsync(await plan(cancellation), cancellation);
            _healthy.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            _healthy.TrySetCanceled(CancellationToken.None);
        }
        catch (Exception problem)
        {
            // Whoever waits for this resource fails by it, and the run reports it.
            _healthy.TrySetException(problem);
        }
    }

    /// <summary>When nothing is left to wait for: it answers, or has ended as it should.</summary>
    public async Task SettledAsync()
    {
        await Healthy;
        if (once && await _processes[0].Ended is var code and not 0)
            throw new StartFailed($"{resource.Name} ended with {code}.");
    }

    public async Task StopAsync(TimeSpan patience)
    {
        if (_oneByOne)
            foreach (var process in Enumerable.Reverse(_processes))
                await process.StopAsync(patience);
        else
            await Task.WhenAll(_processes.Select(process => process.StopAsync(patience)));
        _processes.ForEach(process => process.Dispose());
    }

    private async Task StartAsync(StartPlan start, CancellationToken cancellation)
    {
        _oneByOne = start.OneByOne;
        foreach (var process in start.Processes)
        {
            _processes = [.. _processes, process];
            process.Start();
            if (start.OneByOne)
                await process.Healthy.WaitAsync(cancellation);
        }
        await Task.WhenAll(_processes.Select(process => process.Healthy)).WaitAsync(cancellation);
        await start.Complete(cancellation);
    }

    private async Task WaitAsync(Wait wait, ResourceRun other, CancellationToken cancellation)
    {
        await other.Healthy.WaitAsync(cancellation);
        if (!wait.ForCompletion)
            return;
        var code = await other.Processes[0].Ended.WaitAsync(cancellation);
        if (code != wait.ExitCode)
            throw new StartFailed($"{resource.Name} waits for {wait.For.Name}, which ended with {code}.");
    }
}

/// <summary>The processes of a resource, whether each needs the one before it, and what follows once all are healthy.</summary>
internal sealed record StartPlan(IReadOnlyList<ProcessRun> Processes, bool OneByOne, Func<CancellationToken, Task> Complete)
{
    public static readonly StartPlan Nothing = new([], false, _ => Task.CompletedTask);
}
