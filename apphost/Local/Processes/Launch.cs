namespace Handhaving.AppHost.Local.Processes;

/// <summary>How one process is started, known to be ready, and stopped.</summary>
internal sealed record Launch(string Name, string Executable, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The account to run as when this application runs as root; its own otherwise.</summary>
    public string? User { get; init; }

    public UnixSignal StopSignal { get; init; } = UnixSignal.Terminate;

    /// <summary>What the kernel sends when this application is gone without a word.</summary>
    public UnixSignal OrphanSignal { get; init; } = UnixSignal.Kill;

    /// <summary>A shell does not pass signals on to what it started; then the whole group is told.</summary>
    public bool StopWholeGroup { get; init; }

    /// <summary>Kept in the log file only, and shown when the process fails.</summary>
    public bool Quiet { get; init; }

    /// <summary>So long it must have run before it is asked whether it is ready.</summary>
    public TimeSpan MustRunFor { get; init; }

    public Func<CancellationToken, Task<bool>> IsReady { get; init; } = _ => Task.FromResult(true);
}
