namespace Handhaving.Contracts.Tests;

/// <summary>The repository that the tests look at.</summary>
internal static class Tree
{
    public static string Root { get; } = FindRoot();

    public static string Tests { get; } = Path.Combine(Root, "tests", "Handhaving.Contracts.Tests");

    public static string ReadReleased(string name) => File.ReadAllText(Path.Combine(Tests, "LastRelease", name));

    /// <summary>Files that people wrote: what the build and the package tools put beside them is left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Handhaving.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds Handhaving.sln.");
        return folder;
    }
}
