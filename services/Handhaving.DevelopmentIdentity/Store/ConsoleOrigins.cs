namespace Handhaving.DevelopmentIdentity.Store;

/// <summary>Where the console may run, from Clients:Console:Origins: there it may be sent back to with a code, and from there a browser may ask for tokens.</summary>
public static class ConsoleOrigins
{
    private static readonly string[] Paths = ["/", "/signed-in"];

    /// <summary>This machine is one origin to whoever starts it and several to a browser: each of its names in Clients:Console:OwnNames counts.</summary>
    public static IReadOnlyList<Uri> Of(IConfiguration configuration)
    {
        var names = configuration.GetSection("Clients:Console:OwnNames").Get<string[]>() ?? [];
        return [.. (configuration.GetSection("Clients:Console:Origins").Get<Uri[]>() ?? []).SelectMany(origin => NamesOf(origin, names)).Distinct()];
    }

    public static IEnumerable<Uri> RedirectUris(IConfiguration configuration) =>
        Of(configuration).SelectMany(origin => Paths.Select(path => new Uri(origin, path)));

    private static IEnumerable<Uri> NamesOf(Uri origin, string[] names) =>
        origin.IsLoopback ? names.Select(name => new UriBuilder(origin) { Host = name }.Uri).Prepend(origin) : [origin];
}
