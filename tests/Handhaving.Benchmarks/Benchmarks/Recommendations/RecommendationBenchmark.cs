using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;
using StackExchange.Redis;

namespace Handhaving.Benchmarks.Benchmarks.Recommendations;

/// <summary>B2: recommendations over many units on duty by rpc, each answer equal to a search through all of them, against engines that only find what is near.</summary>
internal static class RecommendationBenchmark
{
    private const string Name = "B2";
    private const int Callers = 16, Incidents = 64;

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b2", withBroker: false, withGateway: false, cancellation);
        var fleet = await Fleet.SeedAsync(system.Database, run.Units / Region.Municipalities.Count, cancellation);
        var positions = new PositionLoad(system.Open(system.Dispatch), fleet, system.Region);
        await positions.PlaceAllAsync(cancellation);
        var questions = await Questions.AskedAsync(system, new BruteForce(fleet, positions.Places), Incidents, cancellation);
        var ours = new Contender("ours", async (length, stop) =>
        {
            var ((operations, elapsed), uses) = await system.Watch.FollowAsync(() => ClosedLoop.RunAsync(Callers, length, (_, token) => questions.AskAsync(token), stop));
            return new(operations, elapsed, [], uses);
        });
        List<(Contender Load, string Target)> peers = [];
        List<Finding> missing = [];
        if (await PeerPackages.FindAsync(PeerPackages.RedisBenchmark, run.Say, cancellation) is { } redis)
            peers.Add((await GeoSearch.PrepareAsync(redis, ConfigurationOptions.Parse(run.Servers.Addresses.RedisConnectionString), positions.Places, Callers, system.Watch), ">= 5x"));
        else missing.Add(Finding.NotMeasured(Name, What(run), "Redis GEOSEARCH", ">= 5x", "redis-benchmark is missing"));
        if (await PeerPackages.FindAsync(PeerPackages.PostGis, run.Say, cancellation) is not null && await PeerPackages.FindAsync(PeerPackages.Pgbench, run.Say, cancellation) is { } pgbench)
            peers.Add((await NearestNeighbours.PrepareAsync(new(pgbench, system.Database, system.Watch), system.Database, positions.Places, Callers, cancellation), ">= 3x"));
        else missing.Add(Finding.NotMeasured(Name, What(run), "PostGIS", ">= 3x", "PostGIS or pgbench is missing"));
        if (peers.Count == 0) return missing;
        var rounds = await Interleaving.RunAsync(ours, [.. peers.Select(peer => peer.Load)], BenchmarkRun.Pairs, run.Leg, run.Warm, cancellation);
        return [.. missing, .. peers.Select((peer, number) => Of(run, rounds, number, peer.Load.Name, peer.Target))];
    }

    private static string What(BenchmarkRun run) => $"recommendations/s over {run.Units:#,0} units, {Callers} callers";

    private static Finding Of(BenchmarkRun run, Rounds rounds, int peer, string name, string target)
    {
        var ratio = rounds.Ratio(peer, sample => sample.PerSecond);
        return new(Name, What(run), name, ratio.Value, target, $"every answer checked against all units; {ratio.Text}") { Ours = Figures.Of(rounds.Ours), Theirs = Figures.Of(rounds.Peers[peer]) };
    }
}
