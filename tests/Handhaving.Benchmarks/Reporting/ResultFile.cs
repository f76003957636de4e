using System.Text.Json;

namespace Handhaving.Benchmarks.Reporting;

/// <summary>Findings as JSON, with the commit they were measured on.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void Write(string path, string commit, bool isQuick, DateTimeOffset at, IReadOnlyList<Finding> findings) =>
        File.WriteAllText(path, JsonSerializer.Serialize(new { Commit = commit, At = at, Quick = isQuick, Cores = Environment.ProcessorCount, SharedByLoadAndServers = true, Findings = findings }, Json));
}
