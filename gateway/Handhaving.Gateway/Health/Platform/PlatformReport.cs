using System.Text.Json;
using Handhaving.Gateway.Contracts;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Handhaving.Gateway.Health.Platform;

/// <summary>Asks each replica of each service how its parts are.</summary>
public sealed class PlatformReport(ContractCatalog catalog, IProxyStateLookup proxy, IHttpClientFactory clients)
{
    /// <summary>Name of the client that asks.</summary>
    public const string Client = "replica-parts";

    public async Task<IReadOnlyList<ServiceReport>> MakeAsync(CancellationToken cancellation) =>
        await Task.WhenAll(catalog.Clusters.Order(StringComparer.Ordinal).Select(service => OfServiceAsync(service, cancellation)));

    private async Task<ServiceReport> OfServiceAsync(string service, CancellationToken cancellation)
    {
        var replicas = proxy.TryGetCluster(service, out var cluster) ? cluster.DestinationsState.AllDestinations : [];
        var reports = await Task.WhenAll(replicas.OrderBy(replica => replica.DestinationId, StringComparer.Ordinal).Select(replica => OfReplicaAsync(replica, cancellation)));
        return new(service, reports.Any(replica => replica.Ready), reports);
    }

    private async Task<ReplicaReport> OfReplicaAsync(DestinationState replica, CancellationToken cancellation)
    {
        var parts = await AskAsync(new(new Uri(replica.Model.Config.Address), "/health/degraded"), cancellation);
        return new(replica.DestinationId, ClusterHealth.TakesCalls(replica), parts is not null, parts ?? []);
    }

    private async Task<IReadOnlyList<PartReport>?> AskAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            return (await clients.CreateClient(Client).GetFromJsonAsync<Parts>(address, cancellation))?.All;
        }
        catch (Exception away) when (away is HttpRequestException or JsonException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null; // which is what is told of it
        }
    }

    private sealed record Parts([property: System.Text.Json.Serialization.JsonPropertyName("parts")] IReadOnlyList<PartReport> All);
}
