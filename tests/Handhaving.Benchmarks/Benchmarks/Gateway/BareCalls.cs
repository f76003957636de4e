using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Benchmarks.Bare;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Gateway;

/// <summary>The same call by one way or another; its answer is looked at.</summary>
internal sealed class BareCalls(IReadOnlyList<GrpcChannel> channels, Region region)
{
    private readonly IncidentService.IncidentServiceClient[] clients = [.. channels.Select(channel => new IncidentService.IncidentServiceClient(channel))];

    public async Task CallAsync(long number, CancellationToken cancellation)
    {
        var answer = await clients[number % clients.Length].GetIncidentAsync(H2Load.Request, new CallOptions(region.Headers, DateTime.UtcNow + TimeSpan.FromSeconds(10), cancellation));
        if (answer.Incident.Number.Length == 0) throw new InvalidOperationException("The answer is empty.");
    }
}

/// <summary>How many calls the bare server answered.</summary>
internal sealed class BareCount(Uri server) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = server, DefaultRequestVersion = System.Net.HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

    public async Task<long> ReadAsync(CancellationToken cancellation) =>
        long.Parse(await client.GetStringAsync(new Uri(BareServer.Answered, UriKind.Relative), cancellation), System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => client.Dispose();
}
