using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Handhaving.ServiceDefaults.Telemetry;

/// <summary>Measures how long a process takes from its start to taking calls.</summary>
public static class ProcessStart
{
    public static void Measure(IHostApplicationLifetime host, TimeProvider clock) => host.ApplicationStarted.Register(() => Record(clock));

    // In UTC: local time jumps twice a year.
    private static void Record(TimeProvider clock)
    {
        using var process = Process.GetCurrentProcess();
        Meters.StartDuration.Record((clock.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalSeconds);
    }
}
