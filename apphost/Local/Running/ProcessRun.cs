using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Running;

/// <summary>Keeps one process running: watches its health, starts it again with back-off when it dies, stops it when told.</summary>
internal sealed class ProcessRun(Launch launch, Ending ending, ResourceLog log, PidFiles pids, TimeProvider clock, Action<string> changed) : IDisposable
{
    // So many ends before it was ever healthy mean that it cannot start.
    private const int Attempts = 4;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100), Watch = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BackOff _backOff = new();
    private Task _loop = Task.CompletedTask;
    private volatile ChildProcess? _child;

    public string Name => launch.Name;

    public RunState State { get; private set; } = RunState.Waiting;

    public int Restarts { get; private set; }

    public int? Pid => _child?.Pid;

    /// <summary>Ends when it was healthy for the first time; faults when it cannot start.</summary>
    public Task Healthy => _healthy.Task;

    /// <summary>The exit code of a process that is meant to end.</summary>
    public Task<int> Ended => _ended.Task;

    public void Start() => _loop = KeepAsync();

    public async Task StopAsync(TimeSpan patience)
    {
        await _stop.CancelAsync();
        if (_child is { } child)
            await child.StopAsync(patience);
        await _loop;
        _healthy.TrySetCanceled();
        _ended.TrySetCanceled();
    }

    public void Dispose() => _stop.Dispose();

    private async Task KeepAsync()
    {
        try
        {
            await LoopAsync();
        }
        catch (Exception problem)
        {
            // It cannot be kept running any more; whoever waits for it, and the console, learn why.
            To(RunState.Failed, problem.Message);
            _healthy.TrySetException(problem);
            _ended.TrySetException(problem);
        }
    }

    private async Task LoopAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            var code = await RunOnceAsync();
            if (_stop.IsCancellationRequested)
                break;
            if (ending == Ending.IsExpected || (ending == Ending.MayFinish && code == 0))
            {
                To(code == 0 ? RunState.Completed : RunState.Failed, $"ended with {code}");
                _healthy.TrySetResult(); // there is nothing left that could become so: who waits looks at its end
                _ended.TrySetResult(code);
                return;
            }
            if (++Restarts >= Attempts && !_healthy.Task.IsCompleted)
            {
                To(RunState.Failed, $"exited with {code}; it did not start in {Attempts} attempts");
                _healthy.TrySetException(new StartFailed($"{Name} exited with {code} each time it was started.\n{string.Join('\n', log.Last.Select(line => "    " + line))}"));
                return;
            }
            var pause = _backOff.After(clock.GetElapsedTime(started));
            To(RunState.Restarting, $"exited with {code}; started again in {pause.TotalSeconds:0.0} s");
            await Task.Delay(pause, clock, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        To(RunState.Stopped, null);
    }

    private async Task<int> RunOnceAsync()
    {
        await using var child = await ChildProcess.StartAsync(launch, log, pids);
        _child = child;
        if (_stop.IsCancellationRequested)
            child.Kill(); // the request came between two starts and found nothing to stop
        To(RunState.Starting, null);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var watching = WatchAsync(ended.Token);
        var code = await child.Exited;
        _child = null;
        await ended.CancelAsync();
        await watching;
        return code;
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            while (true)
            {
                var ready = clock.GetElapsedTime(started) >= launch.MustRunFor && await launch.IsReady(cancellation);
                if (ready && State != RunState.Healthy)
                {
                    To(RunState.Healthy, Restarts > 0 || State == RunState.Unhealthy ? "healthy again" : null);
                    _healthy.TrySetResult();
                }
                else if (!ready && State == RunState.Healthy)
                    To(RunState.Unhealthy, "does not answer its health check");
                await Task.Delay(State == RunState.Healthy ? Watch : Look, clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The process ended or is being stopped: there is nothing left to watch.
        }
    }

    private void To(RunState state, string? said)
    {
        State = state;
        changed(said is null ? "" : $"{Name}: {said}");
    }
}
