using System.Globalization;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Benchmarks.Gateway;

/// <summary>B5: what the gateway spends on a call and adds to its time, with authentication, limits and tracing on, against proxies that only pass it on; the server behind all of them is the same bare one.</summary>
internal static class GatewayBenchmark
{
    private const string Name = "B5", Cpu = "proxy CPU per call", Added = "added p50 per call";
    private const double CallsPerSecond = 500; // far below what any of them carries

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await SystemUnderTest.StartAsync(run, "b5", withBroker: false, withGateway: false, cancellation);
        var upstream = await system.StartBareAsync(cancellation);
        await system.StartGatewayAsync(upstream, cancellation);
        if (await PeerPackages.FindAsync(PeerPackages.H2Load, run.Say, cancellation) is not { } program)
            return [Finding.NotMeasured(Name, Cpu, "nginx and HAProxy", "<= 0.7x nginx, <= 1x HAProxy", "h2load is missing")];
        using var answered = new BareCount(upstream);
        var load = new H2Load(program, system.Region);
        var gateway = Through(system, load, answered, "gateway", system.Gateway);
        List<Finding> findings = [];
        List<(Contender Load, Uri Door, string Target)> peers = [];
        foreach (var (package, start, target) in ((AppHost.Local.Servers.ServerPackage, Func<string, Uri, CancellationToken, Task<(ServiceProcess, Uri)>>, string)[])[(PeerPackages.Nginx, Proxies.StartNginxAsync, "<= 0.7x"), (PeerPackages.HaProxy, Proxies.StartHaProxyAsync, "<= 1x")])
        {
            if (await PeerPackages.FindAsync(package, run.Say, cancellation) is { } found)
            {
                var (process, door) = await start(found, upstream, cancellation);
                system.Add(package.Program, process);
                peers.Add((Through(system, load, answered, package.Program, door), door, target));
            }
            else findings.Add(Finding.NotMeasured(Name, Cpu, package.Program, target, $"{package.Program} is missing"));
        }
        if (peers.Count == 0) return findings;
        var rounds = await Interleaving.RunAsync(gateway, [.. peers.Select(peer => peer.Load)], BenchmarkRun.Pairs, run.Leg, run.Warm, cancellation);
        var times = await Interleaving.RunAsync(Timed(system, upstream, system.Gateway), [.. peers.Select(peer => Timed(system, upstream, peer.Door))], BenchmarkRun.Pairs, run.Leg, run.Warm, cancellation);
        for (var peer = 0; peer < peers.Count; peer++)
        {
            var (contender, _, target) = peers[peer];
            var ratio = Ratio(rounds, peer, contender.Name);
            findings.Add(new(Name, Cpu, contender.Name, ratio.Value, target, $"h2load, {H2Load.Connections} connections x {H2Load.Streams} streams; {ratio.Text}") { Ours = Figures.Of(rounds.Ours), Theirs = Figures.Of(rounds.Peers[peer]) });
            findings.Add(AddedTime(times, peer, contender.Name, target));
        }
        return findings;
    }

    private static Contender Through(SystemUnderTest system, H2Load load, BareCount answered, string name, Uri door) => new(name, async (length, cancellation) =>
    {
        var before = await answered.ReadAsync(cancellation);
        var ((calls, elapsed), uses) = await system.Watch.FollowAsync(() => load.RunAsync(door, length, cancellation));
        // A call that was cut off by the end of the run may have been answered behind the proxy.
        var behind = await answered.ReadAsync(cancellation) - before;
        if (behind < calls || behind > calls + H2Load.Connections * H2Load.Streams) throw new InvalidOperationException($"{calls} calls through {name}, {behind} behind it.");
        return new(calls, elapsed, [], uses);
    });

    // The time added is that through the proxy less that of the same call straight to the server, call by call in turn.
    private static Contender Timed(SystemUnderTest system, Uri upstream, Uri door)
    {
        var (direct, through) = (new BareCalls(system.Open(upstream), system.Region), new BareCalls(system.Open(door), system.Region));
        return new(door.ToString(), async (length, cancellation) =>
        {
            var plain = await OpenLoop.RunAsync(CallsPerSecond, length / 2, number => direct.CallAsync(number, cancellation), cancellation);
            var (latencies, uses) = await system.Watch.FollowAsync(() => OpenLoop.RunAsync(CallsPerSecond, length / 2, number => through.CallAsync(number, cancellation), cancellation));
            var added = Math.Max(0.001, Statistics.Median(latencies) - Statistics.Median(plain));
            return new(latencies.Length, length / 2, [added], uses);
        });
    }

    private static PairRatio Ratio(Rounds rounds, int peer, string part) =>
        PairRatio.Of([.. rounds.Ours.Select(sample => sample.MicrosecondsEach("gateway"))], [.. rounds.Peers[peer].Select(sample => sample.MicrosecondsEach(part))]);

    private static Finding AddedTime(Rounds times, int peer, string name, string target)
    {
        var ratio = times.Ratio(peer, sample => sample.LatenciesMilliseconds[0]);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(times.Ours):0.000} ms against {Milliseconds(times.Peers[peer]):0.000} ms at {CallsPerSecond:0}/s; {ratio.Text}");
        return new(Name, Added, name, ratio.Value, target, text);
    }

    private static double Milliseconds(IReadOnlyList<Sample> samples) => Statistics.Median(samples.Select(sample => sample.LatenciesMilliseconds[0]));
}
