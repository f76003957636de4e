using System.Runtime.InteropServices;

namespace Handhaving.AppHost.Local.Commands;

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
