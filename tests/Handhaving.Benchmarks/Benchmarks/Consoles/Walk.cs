using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Consoles;

/// <summary>Units that walk: each goes a metre or two and says so, once a second.</summary>
internal sealed class Walk : IAsyncDisposable
{
    private const double Step = 0.00002; // degrees: 1.4 to 2.2 m
    private const int Batch = 50;
    private readonly CancellationTokenSource end = new();
    private readonly Task walking;

    private Walk(UnitService.UnitServiceClient units, IReadOnlyList<FleetUnit> fleet, Region region) => walking = Task.Run(() => WalkAsync(units, fleet, region, end.Token));

    public static Walk Begin(GrpcChannel channel, IReadOnlyList<FleetUnit> fleet, Region region) => new(new(channel), fleet, region);

    /// <summary>Throws when they stand still.</summary>
    public void RequireRunning()
    {
        if (walking.IsCompleted) throw new InvalidOperationException("The units stopped.", walking.Exception);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await walking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private static async Task WalkAsync(UnitService.UnitServiceClient units, IReadOnlyList<FleetUnit> fleet, Region region, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var second = 0; await timer.WaitForNextTickAsync(cancellation); second++)
            foreach (var batch in fleet.GroupBy(unit => unit.Municipality).SelectMany(own => own.Chunk(Batch)))
            {
                var request = new ReportPositionsRequest { Parent = $"municipalities/{batch[0].Municipality}" };
                request.Fixes.Add(batch.Select(unit => FixOf(unit, second)));
                await units.ReportPositionsAsync(request, new CallOptions(region.Headers, DateTime.UtcNow.AddSeconds(10), cancellation));
            }
    }

    // There and back within a street.
    private static UnitFix FixOf(FleetUnit unit, int second)
    {
        var steps = Math.Abs(second % 100 - 50);
        return new()
        {
            Unit = unit.Name,
            Fix = new() { Position = new() { Latitude = unit.Latitude + Step * steps, Longitude = unit.Longitude + Step * steps }, FixTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), AccuracyMeters = 5, Source = FixSource.Device },
        };
    }
}
