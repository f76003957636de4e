using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.Testing.Servers;

/// <summary>The programs of the last release, built from their own sources once and kept.</summary>
public static class LastRelease
{
    private const string CommitFile = "tests/Handhaving.Contracts.Tests/LastRelease/commit.txt";

    /// <param name="project">For example <c>services/Handhaving.Dispatch/Handhaving.Dispatch</c>, without its extension.</param>
    /// <returns>The built program; null when the history of this checkout does not reach back to that release.</returns>
    public static async Task<string?> BuildAsync(string project, CancellationToken cancellation)
    {
        var repository = RepositoryRoot.Find();
        var commit = (await File.ReadAllTextAsync(Path.Combine(repository, CommitFile), cancellation)).Trim();
        if (!(await Tool.RunAsync("git", ["-C", repository, "cat-file", "-e", commit + "^{commit}"], cancellation)).Succeeded)
            return null;
        var sources = Path.Combine(repository, ".handhaving", "releases", commit);
        var program = Path.Combine(sources, Path.GetDirectoryName(project) ?? "", "bin", "Debug", new DirectoryInfo(AppContext.BaseDirectory).Name, Path.GetFileName(project) + ".dll");
        using var alone = await FileLock.TakeAsync(sources + ".lock", cancellation);
        if (!File.Exists(Path.Combine(sources, "global.json")))
            await RequireAsync("sh", ["-c", "mkdir -p \"$1\" && git -C \"$0\" archive \"$2\" | tar -x -C \"$1\"", repository, sources, commit], cancellation);
        // What is built already is only looked over.
        await RequireAsync(ProgramLaunch.Dotnet, ["build", Path.Combine(sources, project + ".csproj"), "--configuration", "Debug", "-nodeReuse:false", "-p:RunAnalyzers=false"], cancellation);
        return program;
    }

    private static async Task RequireAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var result = await Tool.RunAsync(program, arguments, cancellation);
        if (!result.Succeeded)
            throw new DistributedApplicationException($"The last release could not be built:\n{result.Output}");
    }
}
