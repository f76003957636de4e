using Aspire.Hosting;

namespace Handhaving.AppHost.Local.Instances;

/// <summary>The directory of the solution, found by walking up from the program and else from the current directory.</summary>
internal static class RepositoryRoot
{
    public static string Find() => Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory)
        ?? throw new DistributedApplicationException("Handhaving.sln was not found above this program or the current directory; start it inside the repository.");

    private static string? Above(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Handhaving.sln")))
                return directory.FullName;
        return null;
    }
}
