using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Dispatch.V1;
using Handhaving.Geo.V1;

namespace Handhaving.Benchmarks.Platform;

/// <summary>Positions of a fleet as load: one long stream for each municipality, in batches, each unit's times ever later.</summary>
internal sealed class PositionLoad
{
    /// <summary>Positions of one message.</summary>
    public const int Batch = 20;

    private const double MostDegrees = 0.0002; // about 20 m: nobody jumps
    private readonly Dictionary<string, DateTimeOffset> lastSent = []; // its keys never change: streams write beside each other
    private readonly Dictionary<string, Position> places = [];
    private readonly IReadOnlyList<UnitService.UnitServiceClient> clients;
    private readonly ILookup<string, FleetUnit> units;
    private readonly Region region;

    public PositionLoad(IReadOnlyList<GrpcChannel> channels, IReadOnlyList<FleetUnit> fleet, Region region)
    {
        (clients, units, this.region) = ([.. channels.Select(channel => new UnitService.UnitServiceClient(channel))], fleet.ToLookup(unit => unit.Municipality), region);
        foreach (var unit in fleet) (lastSent[unit.Name], places[unit.Name]) = (DateTimeOffset.MinValue, new());
    }

    /// <summary>Time of the last position sent of each unit.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastSent => lastSent;

    /// <summary>Where each unit was by it.</summary>
    public IReadOnlyDictionary<string, Position> Places => places;

    /// <returns>Positions that the other side says it took; it throws when one sent is missing.</returns>
    public async Task<Sample> RunAsync(Watch watch, TimeSpan length, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        bool IsOver() => TimeProvider.System.GetElapsedTime(began) >= length;
        var (taken, uses) = await watch.FollowAsync(async () =>
        {
            var streams = units.Select((group, number) => StreamAsync(clients[number % clients.Count], group.Key, [.. group], IsOver, cancellation));
            return (await Task.WhenAll(streams)).Sum();
        });
        return new(taken, TimeProvider.System.GetElapsedTime(began), [], uses);
    }

    /// <summary>One position of every unit, acknowledged.</summary>
    public async Task PlaceAllAsync(CancellationToken cancellation)
    {
        foreach (var group in units)
        {
            var (own, sent) = (group.ToArray(), 0);
            await StreamAsync(clients[0], group.Key, own, () => (sent += Batch) >= own.Length, cancellation);
        }
    }

    private async Task<long> StreamAsync(UnitService.UnitServiceClient client, string municipality, FleetUnit[] own, Func<bool> isOver, CancellationToken cancellation)
    {
        using var call = client.StreamPositions(region.Headers, cancellationToken: cancellation);
        var acknowledged = CountAsync(call, cancellation);
        long sent = 0;
        for (var batch = 1L; ; batch++)
        {
            var request = new StreamPositionsRequest { Parent = $"municipalities/{municipality}", Batch = batch };
            for (var number = 0; number < Batch; number++) request.Fixes.Add(Next(own[sent++ % own.Length], batch));
            await call.RequestStream.WriteAsync(request, cancellation);
            if (isOver()) break;
        }
        await call.RequestStream.CompleteAsync();
        var taken = await acknowledged;
        return taken == sent ? taken : throw new InvalidOperationException($"{sent} positions of {municipality} were sent and {taken} taken.");
    }

    private static async Task<long> CountAsync(AsyncDuplexStreamingCall<StreamPositionsRequest, StreamPositionsResponse> call, CancellationToken cancellation)
    {
        long taken = 0;
        await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellation)) taken += answer.AcceptedCount;
        return taken;
    }

    // Each unit is on one stream only, so that its entry has one writer.
    private UnitFix Next(FleetUnit unit, long batch)
    {
        var (now, last) = (TimeProvider.System.GetUtcNow(), lastSent[unit.Name]);
        var at = now > last ? now : last.AddTicks(1);
        lastSent[unit.Name] = at;
        var step = MostDegrees * (batch % 5) / 5;
        var place = places[unit.Name] = new() { Latitude = unit.Latitude + step, Longitude = unit.Longitude + step };
        return new() { Unit = unit.Name, Fix = new() { Position = place, FixTime = Timestamp.FromDateTimeOffset(at), AccuracyMeters = 5, Source = FixSource.Device } };
    }
}
