using System.Diagnostics;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A replica in a process of its own, which a test ends by signals; it is gone when the test is.</summary>
internal sealed record ReplicaProcess(Process Process) : IDisposable
{
    public static ReplicaProcess Start(DispatchRegion region, string address, params string[] more)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(DispatchApp).Assembly.Location, .. region.ReplicaArguments(address), .. more]) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("dotnet did not start.");
        process.BeginOutputReadLine();
        return new(process);
    }

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Process.Id}"]);
    }

    public void Dispose()
    {
        Process.Kill(); // does nothing to a process that has ended
        Process.Dispose();
    }
}
