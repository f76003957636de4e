using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;
using StackExchange.Redis;

namespace Handhaving.Benchmarks.Benchmarks.Positions;

/// <summary>B3: positions fully processed through the position stream, against a bare stream of the same batches that is read and thrown away, and against Redis taking them.</summary>
internal static class PositionBenchmark
{
    private const string Name = "B3", What = "positions/s in batches of 20";
    private const int UnitsPerMunicipality = 500;

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b3", withBroker: false, withGateway: false, cancellation);
        var fleet = await Fleet.SeedAsync(system.Database, UnitsPerMunicipality, cancellation);
        var load = new PositionLoad(system.Open(system.Dispatch), fleet, system.Region);
        var bare = new PositionLoad(system.Open(await system.StartBareAsync(cancellation)), fleet, system.Region);
        var board = new BoardFixes();
        await using var screens = await BoardScreens.OpenAsync(system.Open(system.Dispatch), system.Region, Region.Teams, 1, _ => board.Show, cancellation);
        var ours = new Contender("ours", async (length, stop) =>
        {
            var sample = await load.RunAsync(system.Watch, length, stop);
            await board.RequireAsync(load.LastSent, stop);
            screens.RequireAllOpen();
            return sample;
        });
        List<Contender> peers = [new("a bare stream that discards", (length, stop) => bare.RunAsync(system.Watch, length, stop))];
        var redis = await PeerPackages.FindAsync(PeerPackages.RedisBenchmark, run.Say, cancellation);
        if (redis is not null) peers.Add(new("Redis GEOADD, pipelined by 20", new GeoAdd(redis, ConfigurationOptions.Parse(run.Servers.Addresses.RedisConnectionString), system.Watch).RunAsync));
        var rounds = await Interleaving.RunAsync(ours, peers, BenchmarkRun.Pairs, run.Leg, run.Warm, cancellation);
        return [Of(rounds, peers, 0, ">= 0.5x"), redis is null ? Finding.NotMeasured(Name, What, "Redis GEOADD", "beside it", "redis-benchmark is missing") : Of(rounds, peers, 1, "beside it")];
    }

    private static Finding Of(Rounds rounds, List<Contender> peers, int peer, string target)
    {
        var ratio = rounds.Ratio(peer, sample => sample.PerSecond);
        return new(Name, What, peers[peer].Name, ratio.Value, target, $"every position acknowledged, every unit's last one on a board; {ratio.Text}") { Ours = Figures.Of(rounds.Ours), Theirs = Figures.Of(rounds.Peers[peer]) };
    }
}
