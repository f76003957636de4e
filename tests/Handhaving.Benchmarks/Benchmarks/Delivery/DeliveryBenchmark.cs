using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Delivery;

/// <summary>B1b: creates over a minute with every fact confirmed by the broker, against publishing bodies of the same size with nothing before or behind.</summary>
internal static class DeliveryBenchmark
{
    private const string Name = "B1b", What = "creates/s, every fact confirmed by the broker", Target = ">= 0.6x";
    private const int Callers = 64;
    private static readonly int[] InFlight = [50, 200];

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b1b", withBroker: true, withGateway: false, cancellation);
        var reports = new Reports(system.Open(system.Dispatch), system.Region);
        await using var broker = await ConfirmedPublisher.ConnectAsync(system.Broker, cancellation);
        var bytes = await broker.SizeOfFactAsync(() => reports.SendAsync(cancellation), cancellation);
        var outbox = new OutboxCount(system.Database);
        var ours = new Contender("creates", async (length, stop) =>
        {
            var ((operations, elapsed), uses) = await system.Watch.FollowAsync(() => outbox.FollowAsync(() => reports.ClosedAsync(system.Watch, Callers, length, stop), stop));
            return new(operations, elapsed, [], uses);
        });
        // Publishing is steady at once; a minute of it would only fill the disk.
        var peer = await Contender.BestAsync([.. InFlight.Select(many => new Contender($"confirmed publishing, {many} in flight of {bytes} bytes",
            (length, stop) => broker.RunAsync(system.Watch, many, bytes, length < run.Leg ? length : run.Leg, stop)))], run.Warm, cancellation);
        var rounds = await Interleaving.RunAsync(ours, [peer], BenchmarkRun.Pairs, run.Sustained, run.Warm, cancellation);
        var ratio = rounds.Ratio(0, sample => sample.PerSecond);
        return [new(Name, What, peer.Name, ratio.Value, Target, $"{run.Sustained.TotalSeconds:0} s each until the last confirmation; {ratio.Text}") { Ours = Figures.Of(rounds.Ours), Theirs = Figures.Of(rounds.Peers[0]) }];
    }
}
