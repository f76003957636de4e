using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>A server program: how it is found on this machine, and the Debian package that brings it.</summary>
internal sealed record ServerPackage(string Program, string AptPackage, string Unit, Func<string?> Find)
{
    private const string PostgresHome = "/usr/lib/postgresql";
    private const string RabbitScript = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    public static readonly ServerPackage Postgres = new("postgres", "postgresql", "postgresql", () => PostgresPrograms(null));

    // The script behind Debian's wrapper: the wrapper would change to the account and the files of the system's own broker.
    public static readonly ServerPackage RabbitMQ = new("rabbitmq-server", "rabbitmq-server", "rabbitmq-server",
        () => File.Exists(RabbitScript) ? RabbitScript : Tool.Find("rabbitmq-server"));

    public static readonly ServerPackage Redis = new("redis-server", "redis-server", "redis-server", () => Tool.Find("redis-server"));

    public static readonly IReadOnlyList<ServerPackage> All = [Postgres, RabbitMQ, Redis];

    /// <summary>None for a resource that needs no server on this machine.</summary>
    public static ServerPackage? For(Resource resource) => resource switch
    {
        PostgresServerResource { IsNeeded: true } => Postgres,
        RabbitMQServerResource { Given: null } => RabbitMQ,
        RedisResource { Given: null } => Redis,
        _ => null,
    };

    /// <summary>The directory of PostgreSQL's programs: of the version that wrote the data, else the newest.</summary>
    public static string? PostgresPrograms(string? version)
    {
        var debian = Directory.Exists(PostgresHome)
            ? Directory.GetDirectories(PostgresHome).OrderByDescending(path => path.Length).ThenByDescending(path => path, StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return debian.Where(path => version is null || Path.GetFileName(path) == version)
                .Select(path => Path.Combine(path, "bin")).FirstOrDefault(path => File.Exists(Path.Combine(path, "postgres")))
            ?? Path.GetDirectoryName(Tool.Find("postgres"));
    }
}
