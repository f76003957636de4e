using System.Collections.Concurrent;
using System.Diagnostics;

namespace Handhaving.AppHost.Local.Processes;

/// <summary>Starts every child from one thread that never ends: the kernel's parent-death signal follows the thread that forked, not the process.</summary>
internal static class LauncherThread
{
    private static readonly BlockingCollection<Action> Work = Begin();

    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} was not started."));
            }
            catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(problem);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        var thread = new Thread(() =>
        {
            foreach (var start in work.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "launcher" };
        thread.Start();
        return work;
    }
}
