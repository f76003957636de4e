namespace Handhaving.Gateway.WebConsole;

/// <summary>Which addresses show the console's page: those that a person opens and that belong neither to files nor to other parts of the gateway.</summary>
public static class ConsolePages
{
    private static readonly string[] Others = ["assets", "console", "descriptor", "health", "protos"];

    public static bool Is(HttpRequest request, string path) =>
        path is "/" || (IsFree(path) && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"));

    // A first part with a dot names a package of gRPC, a last one with a dot a file.
    private static bool IsFree(string path)
    {
        var first = path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("");
        return !Path.HasExtension(path) && !first.Contains('.', StringComparison.Ordinal) && !Others.Contains(first, StringComparer.OrdinalIgnoreCase);
    }
}
