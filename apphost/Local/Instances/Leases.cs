using System.Text.Json;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Instances;

/// <summary>The processes an instance is kept alive for. A lease is as good as its process: nobody has to give it back.</summary>
internal sealed class Leases(Instance instance) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private readonly string _directory = Path.Combine(instance.Directory, "leases");
    private FileLock? _closed;

    /// <summary>Held while the servers are being started or stopped, so that nobody takes a lease on servers that are about to go.</summary>
    public static string GateOf(Instance instance) => Path.Combine(instance.Directory, "gate.lock");

    public void Take(ProcessIdentity holder)
    {
        Directory.CreateDirectory(_directory);
        var path = Path.Combine(_directory, $"{holder.Pid}-{holder.Started}.json");
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(holder));
        File.Move(path + ".new", path, overwrite: true);
    }

    public bool AnyAlive()
    {
        if (!Directory.Exists(_directory))
            return false;
        var alive = false;
        foreach (var file in Directory.GetFiles(_directory, "*.json"))
            if (JsonSerializer.Deserialize<ProcessIdentity>(File.ReadAllText(file)) is { IsAlive: true })
                alive = true;
            else
                File.Delete(file);
        return alive;
    }

    /// <summary>From its end on nobody can take a lease until this is disposed.</summary>
    public async Task AllEndedAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (!AnyAlive() && FileLock.TryTake(GateOf(instance)) is { } gate)
            {
                _closed = gate;
                if (!AnyAlive())
                    return;
                gate.Dispose();
            }
            await Task.Delay(Look, cancellation);
        }
    }

    public void Dispose() => _closed?.Dispose();
}
