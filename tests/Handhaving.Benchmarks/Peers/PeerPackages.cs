using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Servers;
using Handhaving.Benchmarks.Platform;

namespace Handhaving.Benchmarks.Peers;

/// <summary>The peers' programs, found on the machine or installed like the AppHost's servers.</summary>
internal static class PeerPackages
{
    public static readonly ServerPackage Pgbench = new("pgbench", "postgresql-contrib", "postgresql", () => PostgresProgram("pgbench") ?? Tool.Find("pgbench"));
    public static readonly ServerPackage PostGis = new("postgis", $"postgresql-{PostgresVersion}-postgis-3", "postgresql", () => Existing($"/usr/share/postgresql/{PostgresVersion}/extension/postgis.control"));
    public static readonly ServerPackage RedisBenchmark = new("redis-benchmark", "redis-tools", "redis-server", () => Tool.Find("redis-benchmark"));
    public static readonly ServerPackage Nginx = new("nginx", "nginx-light", "nginx", () => Tool.Find("nginx"));
    public static readonly ServerPackage H2Load = new("h2load", "nghttp2-client", "h2load", () => Tool.Find("h2load"));
    public static readonly ServerPackage HaProxy = new("haproxy", "haproxy", "haproxy", () => Tool.Find("haproxy"));

    private static string PostgresVersion => Path.GetFileName(Path.GetDirectoryName(ServerPackage.PostgresPrograms(null))) ?? "15";

    /// <summary>The program's path; null when it is missing and could not be installed, with the reason told.</summary>
    public static async Task<string?> FindAsync(ServerPackage package, Action<string> say, CancellationToken cancellation)
    {
        try
        {
            await new ServerInstallation(new PackageTool(Path.Combine(ServiceProcess.Instance.Logs, "install.log")), say).EnsureAsync([package], cancellation);
            return package.Find();
        }
        catch (Exception missing) when (missing is ServerMissing or Aspire.Hosting.DistributedApplicationException)
        {
            say($"{package.Program} is missing: {missing.Message}");
            return null;
        }
    }

    private static string? PostgresProgram(string name) => ServerPackage.PostgresPrograms(null) is { } programs ? Existing(Path.Combine(programs, name)) : null;

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
