using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.Benchmarks.Reporting;

/// <summary>Which sources are measured.</summary>
internal static class Commit
{
    /// <summary>The hash, with "+changes" when the tree holds more than the commit.</summary>
    public static async Task<string> NameAsync(CancellationToken cancellation)
    {
        var repository = RepositoryRoot.Find();
        var hash = await Tool.RunAsync("git", ["-C", repository, "rev-parse", "--short", "HEAD"], cancellation);
        if (!hash.Succeeded) return "unknown";
        var changes = await Tool.RunAsync("git", ["-C", repository, "status", "--porcelain", "--untracked-files=no"], cancellation);
        return hash.Output + (changes.Output.Length > 0 ? "+changes" : "");
    }
}
