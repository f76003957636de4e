namespace Aspire.Hosting.ApplicationModel;

/// <summary>A named place where a resource listens: one port for each replica, given out before anything starts.</summary>
internal sealed class ResourceEndpoint(string name, string scheme, int? fixedPort, string? environmentVariable)
{
    public string Name => name;

    public string Scheme => scheme;

    public int? FixedPort => fixedPort;

    public string? EnvironmentVariable => environmentVariable;

    public bool IsExternal { get; set; }

    public IReadOnlyList<int> Ports { get; set; } = [];

    public string Url(int replica) => $"{scheme}://127.0.0.1:{Ports[replica]}";
}
