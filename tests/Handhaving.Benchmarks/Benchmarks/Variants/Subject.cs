using Handhaving.Benchmarks.Platform;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>Load of one benchmark that something befalls.</summary>
/// <param name="What">The latency that counts, for a reader.</param>
/// <param name="PerSecond">Operations a second on a quiet day; a burst is ten times as many.</param>
internal sealed record Subject(string Benchmark, string What, double PerSecond, Func<BenchmarkRun, SystemUnderTest, CancellationToken, Task<ISubjectLoad>> OpenAsync)
{
    /// <summary>What was counted before a number is told.</summary>
    public string Counted { get; init; } = "lost 0, doubled 0";

    public static IReadOnlyList<Subject> All { get; } =
    [
        new("B1b", "fact written until the broker confirmed it", 100, ConfirmedReports.OpenAsync),
        new("B4", $"report due until shown on {ShownReports.Screens} screens through the gateway", 100, ShownReports.OpenAsync),
        new("B6", $"position due until on a board, {ShownPositions.Boards} boards open", 100, ShownPositions.OpenAsync) { Counted = "each position, or a newer one of its unit, came on the board" },
    ];
}

/// <summary>The load itself, ready to run.</summary>
internal interface ISubjectLoad : IAsyncDisposable
{
    /// <summary>Works by a timetable until the last effect was seen.</summary>
    /// <returns>Milliseconds of each operation, in the order they were due.</returns>
    Task<double[]> RunAsync(double perSecond, TimeSpan length, CancellationToken cancellation);

    /// <summary>Throws when an effect of what ran so far is missing or there twice.</summary>
    Task RequireWholeAsync(CancellationToken cancellation);
}
