using System.Text.Json;
using System.Text.Json.Serialization;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Running;

/// <summary>Where everything listens and under which pid it runs, for tests and tools; kept up to date, gone when the run has ended.</summary>
internal sealed record EndpointsFile(ProcessIdentity AppHost, bool Healthy, IReadOnlyDictionary<string, ResourceEndpoints> Resources)
{
    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static EndpointsFile Of(IEnumerable<ResourceRun> runs, bool healthy) => new(
        ProcessIdentity.Current,
        healthy,
        runs.Where(run => run.Resource is not ParameterResource).ToDictionary(run => run.Resource.Name, ResourceEndpoints.Of));

    public static EndpointsFile? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<EndpointsFile>(File.ReadAllText(path), Format);
        }
        catch (IOException)
        {
            return null; // nothing runs
        }
    }

    /// <summary>Of mode 0600, because it holds the connection strings.</summary>
    public void Write(Instance instance) => PrivateFile.Write(instance.EndpointsFile, JsonSerializer.Serialize(this, Format));
}

/// <summary>One resource in the file.</summary>
internal sealed record ResourceEndpoints(RunState State, string? ConnectionString, int? ManagementPort, IReadOnlyList<ReplicaEndpoints> Replicas)
{
    public static ResourceEndpoints Of(ResourceRun run) => new(
        run.State,
        (run.Resource as IResourceWithConnectionString)?.ConnectionString,
        run.Resource is RabbitMQServerResource { HasManagement: true } rabbit ? rabbit.ManagementPort : null,
        [.. run.Processes.Select((process, replica) => new ReplicaEndpoints(
            process.Name, process.State, process.Pid, process.Restarts,
            run.Resource.Endpoints.ToDictionary(endpoint => endpoint.Name, endpoint => endpoint.Url(replica))))]);
}

/// <summary>One process of a resource in the file.</summary>
internal sealed record ReplicaEndpoints(string Name, RunState State, int? Pid, int Restarts, IReadOnlyDictionary<string, string> Addresses);
