namespace Handhaving.AppHost.Local.Running;

/// <summary>Where a resource or one of its processes is in its life.</summary>
internal enum RunState
{
    Waiting,
    Starting,
    Healthy,
    Unhealthy,
    Restarting,
    Completed,
    Failed,
    Stopped,

    /// <summary>Given by a connection string; not started here.</summary>
    Given,

    /// <summary>Starts on request only.</summary>
    NotStarted,
}

/// <summary>What the end of a process means.</summary>
internal enum Ending
{
    /// <summary>It is a server or a service: it is started again.</summary>
    IsDeath,

    /// <summary>It listens nowhere: exit code 0 says that its work is done.</summary>
    MayFinish,

    /// <summary>Others wait for it to end.</summary>
    IsExpected,
}

/// <summary>A resource did not come up; the message says which and why.</summary>
internal sealed class StartFailed(string message) : Exception(message);
