using Aspire.Hosting;

namespace Handhaving.Testing.Servers;

/// <summary>Where a project of this repository is built, in the configuration and framework of the tests themselves.</summary>
internal static class BuiltProgram
{
    public static string Find(string repository, string project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var output = Path.Combine(repository, Path.GetDirectoryName(project) ?? "", "bin", framework.Parent?.Name ?? "Debug", framework.Name,
            Path.GetFileName(project) + ".dll");
        return File.Exists(output) ? output : throw new DistributedApplicationException($"{output} is missing: build the solution.");
    }
}
