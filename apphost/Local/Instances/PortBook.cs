using System.Globalization;
using System.Text.Json;
using Aspire.Hosting;

namespace Handhaving.AppHost.Local.Instances;

/// <summary>Gives out private ports below the range of outgoing connections, and remembers them so that a restart gets the same.</summary>
internal sealed class PortBook
{
    private const int First = 20_000, Count = 10_000;
    private readonly string _file;
    private readonly int _start;
    private readonly Dictionary<string, int> _remembered;
    private readonly HashSet<int> _given = [];

    public PortBook(Instance instance)
    {
        _file = Path.Combine(instance.Directory, "ports.json");
        // Instances begin their search far apart, so that two that start at once seldom look at the same port.
        _start = int.Parse(instance.Key[..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Count;
        _remembered = File.Exists(_file) ? JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(_file)) ?? [] : [];
    }

    /// <summary>The port this purpose had before when it is free, else the next free one.</summary>
    public int Take(string purpose)
    {
        if (!_remembered.TryGetValue(purpose, out var port) || !IsFree(port))
            port = Enumerable.Range(0, Count).Select(step => First + (_start + step) % Count)
                .FirstOrDefault(candidate => !_remembered.ContainsValue(candidate) && IsFree(candidate));
        if (port == 0)
            throw new DistributedApplicationException($"No port between {First} and {First + Count - 1} is free.");
        _given.Add(port);
        _remembered[purpose] = port;
        return port;
    }

    /// <summary>A port that others know by number; in use, its owner is named.</summary>
    public int TakeFixed(string purpose, int port)
    {
        if (!IsFree(port))
            throw new DistributedApplicationException(
                $"Port {port} of {purpose} is in use by {PortOwner.Of(port)}. Stop that, or start here with --port-offset N or --ports free.");
        _given.Add(port);
        return port;
    }

    public void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file) ?? "/");
        File.WriteAllText(_file, JsonSerializer.Serialize(_remembered));
    }

    private bool IsFree(int port) => !_given.Contains(port) && PortOwner.IsFree(port);
}
