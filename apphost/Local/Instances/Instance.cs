using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Instances;

/// <summary>One private set of servers and services, with everything it keeps under .handhaving in the repository.</summary>
internal sealed partial class Instance
{
    public const string Main = "local";

    public Instance(string repository, string name)
    {
        if (!ValidName().IsMatch(name))
            throw new DistributedApplicationException($"'{name}' is no name for an instance: lower-case letters, digits and hyphens, at most 40.");
        (Repository, Name) = (repository, name);
        Directory = Path.Combine(repository, ".handhaving", name);
        Logs = name == Main ? Path.Combine(repository, ".handhaving", "logs") : Path.Combine(Directory, "logs");
        Pids = new PidFiles(Path.Combine(Directory, "processes"));
        Secrets = new SecretFiles(Path.Combine(Directory, "secrets"));
        Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Directory)))[..10];
    }

    public string Repository { get; }

    public string Name { get; }

    public string Directory { get; }

    public string Logs { get; }

    /// <summary>Tells this instance from all others of the machine.</summary>
    public string Key { get; }

    public PidFiles Pids { get; }

    public SecretFiles Secrets { get; }

    public string EndpointsFile => Path.Combine(Directory, "endpoints.json");

    /// <summary>Where a server keeps its data, readable by the account it runs as.</summary>
    public string DataOf(string resource, bool otherAccount)
    {
        var own = Path.Combine(Directory, resource);
        // Another account cannot reach a directory inside, say, /root; then the data lives where it can.
        return !otherAccount || IsOpenToOthers() ? own : Path.Combine("/var/lib/handhaving", Key, resource);
    }

    public void Empty()
    {
        foreach (var directory in new[] { Directory, Logs, Path.Combine("/var/lib/handhaving", Key) })
            if (System.IO.Directory.Exists(directory))
                foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
                    Delete(entry);
    }

    // The lock and the leases belong to whoever runs now, not to the data.
    private static void Delete(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo { Name: not "leases" } directory)
            directory.Delete(recursive: true);
        else if (entry is FileInfo && !entry.Name.EndsWith(".lock", StringComparison.Ordinal))
            entry.Delete();
    }

    private bool IsOpenToOthers()
    {
        System.IO.Directory.CreateDirectory(Directory);
        for (var directory = new DirectoryInfo(Directory); directory is not null; directory = directory.Parent)
            if (!directory.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        return true;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex ValidName();
}
