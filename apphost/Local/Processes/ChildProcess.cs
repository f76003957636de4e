using System.Diagnostics;

namespace Handhaving.AppHost.Local.Processes;

/// <summary>A running child: its lines go to its log, its pid to a file, and it is gone when this is disposed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Launch _launch;
    private readonly Task _lines;

    private ChildProcess(Process process, Launch launch, ResourceLog log, PidFiles pids)
    {
        _process = process;
        _launch = launch;
        Identity = ProcessIdentity.Of(process.Id);
        if (Identity is not null)
            pids.Write(launch.Name, Identity);
        _lines = Task.WhenAll(PumpAsync(process.StandardOutput, log), PumpAsync(process.StandardError, log));
        Exited = WaitAsync(pids);
    }

    public int Pid => _process.Id;

    /// <summary>None when it ended before it could be seen.</summary>
    public ProcessIdentity? Identity { get; }

    /// <summary>The exit code; 128 and the signal's number for one that was killed.</summary>
    public Task<int> Exited { get; }

    public static async Task<ChildProcess> StartAsync(Launch launch, ResourceLog log, PidFiles pids)
    {
        var process = await LauncherThread.StartAsync(CommandLine.For(launch));
        process.StandardInput.Close();
        return new ChildProcess(process, launch, log, pids);
    }

    /// <summary>Asks it to stop and waits; what is left after the patience is killed.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (_launch.StopWholeGroup)
            Unix.SignalGroup(Pid, _launch.StopSignal);
        else
            Unix.Signal(Pid, _launch.StopSignal);
        try
        {
            await Exited.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            Kill();
            await Exited;
        }
    }

    public void Kill()
    {
        if (!Exited.IsCompleted)
            Unix.SignalGroup(Pid, UnixSignal.Kill);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        // A grandchild may hold the pipes open; its lines are not waited for.
        await Task.WhenAny(_lines, Task.Delay(TimeSpan.FromMilliseconds(200)));
        _process.Dispose();
    }

    private async Task<int> WaitAsync(PidFiles pids)
    {
        await _process.WaitForExitAsync();
        pids.Remove(_launch.Name);
        return _process.ExitCode;
    }

    private static async Task PumpAsync(StreamReader reader, ResourceLog log)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
                log.Write(line);
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // The process is gone, and its pipe with it.
        }
    }
}
