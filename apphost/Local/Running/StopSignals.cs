using System.Runtime.InteropServices;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Running;

/// <summary>Ctrl+C and SIGTERM ask for an orderly end; the second time it is immediate, and the kernel ends the children.</summary>
internal sealed class StopSignals : IDisposable
{
    private const int Interrupted = 130;
    private readonly CancellationTokenSource _stop;
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals(CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];
    }

    public CancellationToken Token => _stop.Token;

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_stop.IsCancellationRequested)
            Environment.Exit(Interrupted);
        _stop.Cancel();
    }
}

/// <summary>The program that started this one, when it is the dotnet tool and so should not end alone.</summary>
internal static class ParentTool
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static ProcessIdentity? Find()
    {
        var status = File.ReadAllText("/proc/self/stat");
        var parent = ProcessIdentity.Of(int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        return parent is not null && File.ReadAllText($"/proc/{parent.Pid}/comm").Trim() == "dotnet" ? parent : null;
    }

    public static async Task EndedAsync(ProcessIdentity process, CancellationToken cancellation)
    {
        while (process.IsAlive)
            await Task.Delay(Look, cancellation);
    }
}
