namespace Handhaving.Gateway.WebConsole;

/// <summary>The files of the web console, read once: those that the build put beside the gateway, or those of Console:Directory.</summary>
public sealed class ConsoleFiles
{
    private readonly Dictionary<string, ConsoleFile> files;

    public ConsoleFiles(ConsoleSettings settings)
    {
        var root = settings.Directory;
        files = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(IsServed)
                .ToDictionary(path => "/" + Path.GetRelativePath(root, path).Replace('\\', '/'), ConsoleFile.Read)
            : [];
        if (settings.TokensFile is { } tokens) files[ConsoleSettings.TokensPath] = ConsoleFile.Read(tokens);
    }

    /// <summary>The page that shows all the others; null when the console was not built.</summary>
    public ConsoleFile? Page => Find("/index.html");

    public ConsoleFile? Find(string path) => files.GetValueOrDefault(path);

    private static bool IsServed(string path) => Path.GetExtension(path) is not (".br" or ".gz") && !Path.GetFileName(path).StartsWith('.');
}
