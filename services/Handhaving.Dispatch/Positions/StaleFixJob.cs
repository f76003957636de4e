using Microsoft.Extensions.Hosting;

namespace Handhaving.Dispatch.Positions;

/// <summary>Looks every second which positions turned stale, so that no screen shows an old one as live.</summary>
public sealed class StaleFixJob(UnitPositions positions, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) positions.SweepStale(clock.GetUtcNow());
    }
}
