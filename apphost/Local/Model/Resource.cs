namespace Aspire.Hosting.ApplicationModel;

/// <summary>What every resource keeps: its order, environment, arguments, endpoints and health.</summary>
public abstract class Resource(string name) : IResource
{
    public string Name => name;

    internal List<Wait> Waits { get; } = [];

    /// <summary>What it refers to; it is stopped before them.</summary>
    internal HashSet<Resource> Uses { get; } = [];

    /// <summary>Read when the resource starts, because ports and passwords are known only then.</summary>
    internal List<Func<IEnumerable<KeyValuePair<string, string>>>> Environment { get; } = [];

    internal List<string> Arguments { get; } = [];

    internal List<ResourceEndpoint> Endpoints { get; } = [];

    internal HttpHealth? Health { get; set; }

    internal int Replicas { get; set; } = 1;

    internal bool ExplicitStart { get; set; }
}

/// <summary>A resource that is not started before another is healthy, or has ended with the exit code.</summary>
internal sealed record Wait(Resource For, int? ExitCode)
{
    public bool ForCompletion => ExitCode is not null;
}

/// <summary>The path that answers when a resource is ready, on the endpoint of the name or else on the first.</summary>
internal sealed record HttpHealth(string Path, int StatusCode, string? EndpointName);
