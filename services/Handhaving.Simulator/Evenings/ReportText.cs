using System.Globalization;
using System.Text;
using Handhaving.Simulator.Ledger;

namespace Handhaving.Simulator.Evenings;

/// <summary>The report of an evening as a table for the terminal.</summary>
public static class ReportText
{
    private const int MostFindings = 20;

    /// <summary>Writes the report out.</summary>
    public static string Of(EveningReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{report.Scenario} {report.Level}, run {report.Run}, seed {report.Seed}: {report.Weekday}, {report.Hours:0.##} h at {report.Clock:0.##}x");
        text.AppendLine(CultureInfo.InvariantCulture, $"Units {report.Units} of {report.UnitsOfLevel}; {Counts(report.Counts)}; not played to the end {report.Broken.Count}");
        text.AppendLine(CultureInfo.InvariantCulture,
            $"Boards: desks {report.Boards.Desks}, gaps {report.Boards.Gaps}, repeats {report.Boards.Repeats}, resyncs {report.Boards.Resyncs}, streams reopened {report.Boards.Reconnects}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Positions taken {report.AcceptedFixes}, refused {Counts(report.RefusedFixes)}");
        if (report.Verdict is { } verdict)
            AppendLedger(text, verdict);
        AppendLatencies(text, report.Latencies);
        foreach (var line in report.Broken.Concat(report.Verdict?.Findings ?? []).Take(MostFindings))
            text.AppendLine(CultureInfo.InvariantCulture, $"  ! {line}");
        return text.ToString();
    }

    private static void AppendLedger(StringBuilder text, Verdict verdict)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"""

              {"sent",-10}{"accepted",-10}{"lost",-10}{"doubled",-10}{"in doubt",-10}{"unseen",-10}{"resolved",-10}
              {verdict.Sent,-10}{verdict.Accepted,-10}{verdict.Lost,-10}{verdict.Doubled,-10}{verdict.InDoubt,-10}{verdict.Unseen,-10}{verdict.Resolved,-10}
            """);
        text.AppendLine(CultureInfo.InvariantCulture, $"  refused {Counts(verdict.Refused)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  visible of accepted: {string.Join(", ", verdict.Kept.Select(kept => $"{kept.Kind} {kept.Visible}/{kept.Accepted}"))}").AppendLine();
    }

    private static void AppendLatencies(StringBuilder text, IReadOnlyList<LatencySummary> latencies)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"  {"milliseconds",-22}{"count",8}{"p50",10}{"p90",10}{"p99",10}{"max",10}");
        foreach (var rpc in latencies)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {rpc.Rpc,-22}{rpc.Count,8}{rpc.P50,10:0.0}{rpc.P90,10:0.0}{rpc.P99,10:0.0}{rpc.Max,10:0.0}");
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
