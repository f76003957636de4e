using System.Globalization;

namespace Handhaving.Benchmarks.Reporting;

/// <summary>Findings as lines for a person.</summary>
internal static class Report
{
    public static string Heading(string commit) => string.Create(CultureInfo.InvariantCulture,
        $"commit {commit}, {Environment.ProcessorCount} cores, shared by load, services and servers; a rate by itself says little, a ratio within one run does");

    public static IEnumerable<string> Lines(Finding finding)
    {
        yield return $"{finding.Benchmark,-4} {finding.What} against {finding.Peer}: {Ratio(finding)} (target {finding.Target}){(finding.Note.Length > 0 ? "; " + finding.Note : "")}";
        if (finding.Ours is { } ours) yield return "       ours " + Text(ours);
        if (finding.Theirs is { } theirs) yield return "       peer " + Text(theirs);
    }

    /// <summary>All findings as a table: benchmark, ratio, target, met or not.</summary>
    public static IEnumerable<string> Summary(IReadOnlyList<Finding> findings)
    {
        yield return $"{"",-4} {"ratio",12}  {"target",-9} {"met",-4} what";
        foreach (var finding in findings)
        {
            var met = finding.Met switch { true => "yes", false => "NO", null => "-" };
            yield return $"{finding.Benchmark,-4} {Ratio(finding),12}  {finding.Target,-9} {met,-4} {finding.What} against {finding.Peer}";
        }
    }

    private static string Ratio(Finding finding) => finding.Ratio is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.00}x") : "NOT MEASURED";

    private static string Text(Figures figures)
    {
        List<string> parts = [];
        if (figures.PerSecond is { } rate) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{rate:#,0}/s"));
        if (figures.P50Milliseconds is { } middle) parts.Add(string.Create(CultureInfo.InvariantCulture, $"p50 {middle:0.00} ms"));
        if (figures.P99Milliseconds is { } tail) parts.Add(string.Create(CultureInfo.InvariantCulture, $"p99 {tail:0.00} ms"));
        parts.AddRange(figures.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Part} {part.CpuMicrosecondsPerOperation:0} us/op{(part.MemoryMebibytes > 0 ? $" {part.MemoryMebibytes:0} MiB" : "")}")));
        return string.Join(", ", parts);
    }
}
