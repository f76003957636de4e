using System.Text.Json;

namespace Handhaving.AppHost.Local.Processes;

/// <summary>One small file for each running child, so that a later start finds what an earlier one could not stop.</summary>
internal sealed class PidFiles(string directory)
{
    public void Write(string name, ProcessIdentity identity)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(PathOf(name), JsonSerializer.Serialize(identity));
    }

    public void Remove(string name) => File.Delete(PathOf(name));

    /// <summary>Stops what an earlier run left behind; a pid that now belongs to another process is left alone.</summary>
    /// <returns>The names of those that were stopped.</returns>
    public async Task<IReadOnlyList<string>> StopStaleAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(directory))
            return [];
        var stopped = new List<string>();
        foreach (var file in Directory.GetFiles(directory, "*.json"))
        {
            if (Read(file) is { IsAlive: true } identity)
            {
                await StopAsync(identity, cancellation);
                stopped.Add(Path.GetFileNameWithoutExtension(file));
            }
            File.Delete(file);
        }
        return stopped;
    }

    private static async Task StopAsync(ProcessIdentity identity, CancellationToken cancellation)
    {
        // Interrupt first: for PostgreSQL it is the fast, clean way; the others end by it or are killed.
        Unix.Signal(identity.Pid, UnixSignal.Interrupt);
        for (var left = 30; left > 0 && identity.IsAlive; left--)
        {
            if (left == 15)
                Unix.SignalGroup(identity.Pid, UnixSignal.Kill);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }
    }

    private static ProcessIdentity? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ProcessIdentity>(File.ReadAllText(file));
        }
        catch (JsonException)
        {
            return null; // cut off while it was written: that start never got further
        }
    }

    private string PathOf(string name) => Path.Combine(directory, name + ".json");
}
