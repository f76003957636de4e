using Handhaving.Benchmarks.Benchmarks.Consoles;
using Handhaving.Benchmarks.Benchmarks.Creates;
using Handhaving.Benchmarks.Benchmarks.Delivery;
using Handhaving.Benchmarks.Benchmarks.Gateway;
using Handhaving.Benchmarks.Benchmarks.Growth;
using Handhaving.Benchmarks.Benchmarks.Planning;
using Handhaving.Benchmarks.Benchmarks.Positions;
using Handhaving.Benchmarks.Benchmarks.Recommendations;
using Handhaving.Benchmarks.Benchmarks.Rosters;
using Handhaving.Benchmarks.Benchmarks.Screens;
using Handhaving.Benchmarks.Benchmarks.Variants;

namespace Handhaving.Benchmarks;

/// <summary>The benchmarks by their names.</summary>
internal static class BenchmarkList
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("B1", "durable creates of an incident against pgbench writing the same rows", CreateBenchmark.RunAsync),
        new("B1b", "the same creates over a minute with every fact confirmed, against raw confirmed publishing", DeliveryBenchmark.RunAsync),
        new("B2", "recommendations among ten thousand units against Redis and PostGIS", RecommendationBenchmark.RunAsync),
        new("B3", "positions through the stream against a bare stream and Redis", PositionBenchmark.RunAsync),
        new("B4", "from a report to fifty screens, by a timetable, against what cannot be avoided", ScreenBenchmark.RunAsync),
        new("B4b", "reports while two hundred boards open at once, against the same reports alone", StormBenchmark.RunAsync),
        new("B4c", "an operator's keys and new reports on a console of five hundred incidents and two hundred moving units", ConsoleBenchmark.RunAsync),
        new("B5", "what the gateway spends on a call and adds to it, against nginx and HAProxy", GatewayBenchmark.RunAsync),
        new("B6", "messages that a core delivers to a hundred and a thousand boards, against a one-way blast", DeliveryRateBenchmark.RunAsync),
        new("B8", "cost among a million incidents against cost among a thousand", GrowthBenchmark.RunAsync),
        new("B9", "cost of rosters over time on published instances against CP-SAT alone and the best known", RosterBenchmark.RunAsync),
        new("C1", "the ledger of a region anywhere in a year, against the limit of an answer", LedgerBenchmark.RunAsync),
        new("C2", "the exact hypercube of twelve units, against the limit of an answer", HypercubeBenchmark.RunAsync),
        .. Subject.All.SelectMany(subject => Disturbance.All.Select(disturbance => DisturbedBenchmark.Of(subject, disturbance)).Append(BurstBenchmark.Of(subject))),
    ];
}
