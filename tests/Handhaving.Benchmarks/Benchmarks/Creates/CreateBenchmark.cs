using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Creates;

/// <summary>B1: durable creates of an incident by rpc, direct and through the gateway, against pgbench writing the same rows in one transaction.</summary>
internal static class CreateBenchmark
{
    private const string Name = "B1";
    private const int Callers = 64;
    private static readonly int[] PeerClients = [8, 32, 64];

    // Tables of which each report leaves one row.
    private static readonly string[] Tables = ["incident", "timeline", "outbox", "feed", "request", "audit_line"];

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        // Without a broker, so that facts wait in the outbox on both sides; B1b measures their delivery.
        await using var system = await SystemUnderTest.StartAsync(run, "b1", withBroker: false, withGateway: true, cancellation);
        var direct = Counted(system, "direct", new Reports(system.Open(system.Dispatch), system.Region));
        var through = Counted(system, "through the gateway", new Reports(system.Open(system.Gateway), system.Region));
        await direct.RunAsync(run.Warm, cancellation);
        if (await PeerPackages.FindAsync(PeerPackages.Pgbench, run.Say, cancellation) is not { } program)
            return [Finding.NotMeasured(Name, "creates/s", "pgbench", "2x direct, 1x through the gateway", "pgbench is missing")];
        var pgbench = await BestAsync(run, new Pgbench(program, system.Database, system.Watch), system.Database, cancellation);
        var first = await Interleaving.RunAsync(direct, [pgbench], BenchmarkRun.Pairs, run.Leg, run.Warm, cancellation);
        var second = await Interleaving.RunAsync(through, [pgbench], BenchmarkRun.Pairs, run.Leg, run.Warm, cancellation);
        var half = Statistics.Median(first.Ours.Select(sample => sample.PerSecond)) / 2;
        var tails = await TailsAsync(run, system, half, cancellation);
        return [Of("creates/s direct", first, ">= 2x", pgbench.Name), Of("creates/s through the gateway", second, ">= 1x", pgbench.Name), Tail(tails)];
    }

    // By a timetable, after a warm-up; the commands before it left a checkpoint and dead rows behind, which one run alone may meet.
    private static async Task<IReadOnlyList<Sample>> TailsAsync(BenchmarkRun run, SystemUnderTest system, double perSecond, CancellationToken cancellation)
    {
        var reports = new Reports(system.Open(system.Dispatch), system.Region);
        await reports.OpenAsync(system.Watch, perSecond, run.Warm, cancellation);
        List<Sample> tails = [];
        for (var leg = 0; leg < BenchmarkRun.Pairs; leg++) tails.Add(await reports.OpenAsync(system.Watch, perSecond, run.Leg, cancellation));
        return tails;
    }

    private static Contender Counted(SystemUnderTest system, string name, Reports reports) => new(name, async (length, cancellation) =>
    {
        var before = await CountAsync(system.Database, cancellation);
        var sample = await reports.ClosedAsync(system.Watch, Callers, length, cancellation);
        await RequireAsync(system.Database, before, sample, cancellation);
        return sample;
    });

    // The number of clients at which the peer does best.
    private static Task<Contender> BestAsync(BenchmarkRun run, Pgbench pgbench, Database database, CancellationToken cancellation) =>
        Contender.BestAsync([.. PeerClients.Select(clients => new Contender($"pgbench with {clients} clients", async (length, stop) =>
        {
            var before = await CountAsync(database, stop);
            var sample = await pgbench.RunAsync(await CreateScripts.WriteAsync(database, stop), clients, length, stop);
            await RequireAsync(database, before, sample, stop);
            return sample;
        }))], run.Warm, cancellation);

    private static async Task<long[]> CountAsync(Database database, CancellationToken cancellation) =>
        await database.OwnerAsync($"select array[{string.Join(", ", Tables.Select(table => $"(select count(*) from {table})"))}]", cancellation) as long[] ?? throw new InvalidOperationException("The rows were not counted.");

    private static async Task RequireAsync(Database database, long[] before, Sample sample, CancellationToken cancellation)
    {
        var after = await CountAsync(database, cancellation);
        for (var table = 0; table < Tables.Length; table++)
            if (after[table] - before[table] != sample.Operations)
                throw new InvalidOperationException($"{sample.Operations} reports left {after[table] - before[table]} rows in {Tables[table]}.");
    }

    private static Finding Of(string what, Rounds rounds, string target, string peer)
    {
        var ratio = rounds.Ratio(0, sample => sample.PerSecond);
        return new(Name, what, peer, ratio.Value, target, ratio.Text) { Ours = Figures.Of(rounds.Ours), Theirs = Figures.Of(rounds.Peers[0]) };
    }

    private static Finding Tail(IReadOnlyList<Sample> tails)
    {
        var p99 = Statistics.Median(tails.Select(tail => Statistics.Percentile(tail.LatenciesMilliseconds, 0.99)));
        return new(Name, $"p99 in ms at half load, {tails[0].PerSecond:0}/s open loop, median of {tails.Count}", "the limit of 15 ms", p99 / 15, "<= 1x", "") { Ours = Figures.Of(tails) };
    }
}
