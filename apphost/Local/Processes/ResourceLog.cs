namespace Handhaving.AppHost.Local.Processes;

/// <summary>The lines of one resource: into its file, to the console with its name before them, and the last few kept for when it fails.</summary>
internal sealed class ResourceLog : IDisposable
{
    private const int Kept = 15;
    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter _file;
    private readonly Action<string>? _show;

    public ResourceLog(string directory, string name, Action<string>? show)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, name + ".log");
        if (File.Exists(path))
            File.Move(path, Path.Combine(directory, name + ".previous.log"), overwrite: true);
        _file = new StreamWriter(path) { AutoFlush = true };
        _show = show;
    }

    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_gate)
                return [.. _last];
        }
    }

    public void Write(string line)
    {
        lock (_gate)
        {
            if (!_file.BaseStream.CanWrite)
                return; // a grandchild that outlived the resource still talks
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
                _last.Dequeue();
        }
        _show?.Invoke(line);
    }

    public void Dispose()
    {
        lock (_gate)
            _file.Dispose();
    }
}
