using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;

namespace Handhaving.Benchmarks.Platform;

/// <summary>Reports of incidents as load: spread over municipalities and connections, each answered with an incident of its own.</summary>
internal sealed class Reports
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private readonly IncidentService.IncidentServiceClient[] clients;
    private readonly Region region;
    private long next;

    public Reports(IReadOnlyList<GrpcChannel> channels, Region region) => (clients, this.region) = ([.. channels.Select(channel => new IncidentService.IncidentServiceClient(channel))], region);

    /// <summary>As many as callers that wait for their answers can make.</summary>
    public async Task<Sample> ClosedAsync(Watch watch, int callers, TimeSpan length, CancellationToken cancellation)
    {
        var ((operations, elapsed), uses) = await watch.FollowAsync(() => ClosedLoop.RunAsync(callers, length, (_, stop) => SendAsync(stop), cancellation));
        return new(operations, elapsed, [], uses);
    }

    /// <summary>So many a second, whatever becomes of them.</summary>
    public async Task<Sample> OpenAsync(Watch watch, double perSecond, TimeSpan length, CancellationToken cancellation)
    {
        var (latencies, uses) = await watch.FollowAsync(() => OpenLoop.RunAsync(perSecond, length, _ => SendAsync(cancellation), cancellation));
        return new(latencies.Length, length, latencies, uses);
    }

    public Task<Incident> SendAsync(CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref next);
        return SendAsync(Region.Municipalities[(int)(number % Region.Municipalities.Count)], number / Region.Municipalities.Count, cancellation);
    }

    /// <summary>One at the market of a municipality.</summary>
    public Task<Incident> SendAsync(string municipality, long number, CancellationToken cancellation) => SendAsync(municipality, Markets.Of(municipality), number, cancellation);

    /// <summary>One at a place in it.</summary>
    public async Task<Incident> SendAsync(string municipality, (double Latitude, double Longitude) place, long number, CancellationToken cancellation)
    {
        var answer = await clients[number % clients.Length].ReportIncidentAsync(RequestFor(municipality, place), new CallOptions(region.Headers, DateTime.UtcNow + Deadline, cancellation));
        return answer.Incident;
    }

    /// <summary>Takes one off the boards.</summary>
    public async Task CancelAsync(Incident incident, CancellationToken cancellation) =>
        await clients[0].CancelIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Reason = "benchmark", RequestId = Guid.CreateVersion7().ToString() }, new CallOptions(region.Headers, DateTime.UtcNow + Deadline, cancellation));

    private static ReportIncidentRequest RequestFor(string municipality, (double Latitude, double Longitude) place) => new()
    {
        Parent = $"municipalities/{municipality}",
        Incident = new()
        {
            Source = IncidentSource.Phone, Type = "parking.nuisance", Priority = 3, Description = "auto op de stoep",
            Location = new() { Position = new() { Latitude = place.Latitude, Longitude = place.Longitude }, Description = "Markt" },
        },
        RequestId = Guid.CreateVersion7().ToString(),
    };
}
