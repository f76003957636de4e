using Handhaving.Testing.Identity;
using Handhaving.Testing.Servers;

namespace Handhaving.Benchmarks;

/// <summary>What all benchmarks of one start share: servers, issuer, lengths, and where progress is told.</summary>
/// <param name="Incidents">How many the large database of the comparison of sizes holds.</param>
internal sealed record BenchmarkRun(PrivateServers Servers, TestIssuer Issuer, bool IsQuick, int Incidents, Action<string> Say)
{
    public TimeSpan Leg => TimeSpan.FromSeconds(IsQuick ? 2 : 5);

    public TimeSpan Warm => TimeSpan.FromSeconds(IsQuick ? 2 : 3);

    /// <summary>Units on duty among which units are recommended.</summary>
    public int Units => IsQuick ? 2_000 : 10_000;

    /// <summary>Long enough that a backlog which grows would show.</summary>
    public TimeSpan Sustained => TimeSpan.FromSeconds(IsQuick ? 4 : 60);

    /// <summary>Runs of each peer; one of ours stands before, between and after them.</summary>
    public const int Pairs = 3;
}

/// <summary>One benchmark of the list.</summary>
internal sealed record Benchmark(string Name, string Title, Func<BenchmarkRun, CancellationToken, Task<IReadOnlyList<Reporting.Finding>>> RunAsync);
