using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>What lies between a report and a screen whatever the design, measured one by one on the idle machine, in milliseconds (medians).</summary>
/// <param name="Sync">A write made durable.</param>
/// <param name="Confirm">A message confirmed by a quorum queue.</param>
/// <param name="Rpc">A call and its answer over loopback; the hop through a gateway is one more.</param>
internal sealed record Floor(double Sync, double Confirm, double Rpc)
{
    private const int Times = 2000, Quick = 300;

    public double Milliseconds => Sync + Confirm + 2 * Rpc;

    public string Text => string.Create(CultureInfo.InvariantCulture, $"the floor of {Milliseconds:0.00} ms (fsync {Sync:0.00} + confirm {Confirm:0.00} + rpc and hop 2 x {Rpc:0.00})");

    public static async Task<Floor> MeasureAsync(BenchmarkRun run, SystemUnderTest system, Reports reports, CancellationToken cancellation)
    {
        var times = run.IsQuick ? Quick : Times;
        await using var broker = await ConfirmedPublisher.ConnectAsync(system.Broker, cancellation);
        var bytes = await broker.SizeOfFactAsync(() => reports.SendAsync(cancellation), cancellation);
        var confirm = Statistics.Median(await broker.LatenciesAsync(bytes, times, cancellation));
        var bare = new IncidentService.IncidentServiceClient(system.Open(await system.StartBareAsync(cancellation))[0]);
        return new(SyncTimes(times), confirm, await RpcAsync(bare, times, cancellation));
    }

    // Pages as PostgreSQL writes its log, on the disk that holds its data.
    private static double SyncTimes(int times)
    {
        var path = Path.Combine(Directory.CreateDirectory(ServiceProcess.Instance.Directory).FullName, "sync");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        var page = new byte[8192];
        file.Write(new byte[page.Length * 64]);
        return Statistics.Median(Enumerable.Range(0, times).Select(number => Took(() =>
        {
            file.Position = page.Length * (number % 64);
            file.Write(page);
            file.Flush(flushToDisk: true);
        })).ToList());
    }

    private static async Task<double> RpcAsync(IncidentService.IncidentServiceClient bare, int times, CancellationToken cancellation)
    {
        List<double> latencies = [];
        for (var call = 0; call < times; call++)
        {
            var began = Stopwatch.GetTimestamp();
            await bare.GetIncidentAsync(new(), new CallOptions(cancellationToken: cancellation));
            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return Statistics.Median(latencies);
    }

    private static double Took(Action act)
    {
        var began = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
