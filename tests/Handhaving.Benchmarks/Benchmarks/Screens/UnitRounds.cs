using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>Positions of a fleet, so many at a time, each unit in its turn.</summary>
internal sealed class UnitRounds(Region region, UnitService.UnitServiceClient client, IReadOnlyList<FleetUnit> fleet, int batch)
{
    private const double Step = 0.00002; // degrees: about two metres
    private readonly List<FleetUnit[]> batches = [.. fleet.GroupBy(unit => unit.Municipality).SelectMany(own => own.Chunk(batch))];
    private long turn;

    public int Batch => batch;

    /// <returns>The units whose positions were taken, and the time that all of them carry.</returns>
    public async Task<(IReadOnlyList<FleetUnit> Units, DateTimeOffset At)> SendAsync(CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref turn);
        var (units, round, at) = (batches[(int)(number % batches.Count)], number / batches.Count, TimeProvider.System.GetUtcNow());
        var request = new ReportPositionsRequest { Parent = $"municipalities/{units[0].Municipality}" };
        request.Fixes.Add(units.Select(unit => new UnitFix
        {
            Unit = unit.Name,
            Fix = new() { Position = new() { Latitude = unit.Latitude + Step * (round % 10), Longitude = unit.Longitude }, FixTime = Timestamp.FromDateTimeOffset(at), AccuracyMeters = 5, Source = FixSource.Device },
        }));
        var answer = await client.ReportPositionsAsync(request, new CallOptions(region.Headers, DateTime.UtcNow.AddSeconds(10), cancellation));
        // A later call about the same unit may overtake this one.
        if (answer.Refusals.FirstOrDefault(refusal => refusal.Reason != "OLDER_THAN_LAST") is { } refusal) throw new InvalidOperationException($"A position was refused: {refusal.Reason}.");
        return (units, at);
    }
}
