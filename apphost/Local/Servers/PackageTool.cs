using Aspire.Hosting;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>apt-get, as root or through sudo without a question.</summary>
internal class PackageTool(string logFile)
{
    private static readonly TimeSpan ListsAreOld = TimeSpan.FromDays(7);

    public virtual async Task<bool> MayInstallAsync(CancellationToken cancellation)
    {
        if (Tool.Find("apt-get") is null)
            return false;
        return Unix.IsRoot || Tool.Find("sudo") is not null && (await Tool.RunAsync("sudo", ["-n", "true"], cancellation)).Succeeded;
    }

    public virtual async Task InstallAsync(IReadOnlyList<ServerPackage> packages, CancellationToken cancellation)
    {
        if (!ListsAreFresh())
            await AptAsync(["update"], cancellation);
        await using var quiet = await QuietInstallation.BeginAsync(RunAsRootAsync, cancellation);
        if (packages.Contains(ServerPackage.Postgres))
        {
            // First the part that reads the setting, then the server whose installation would otherwise make and start a cluster.
            await InstallAsync(["postgresql-common"], cancellation);
            await quiet.RefuseClusterAsync(cancellation);
        }
        await InstallAsync([.. packages.Select(package => package.AptPackage)], cancellation);
        foreach (var package in packages)
            await quiet.DisableAsync(package.Unit, cancellation);
    }

    private async Task InstallAsync(string[] names, CancellationToken cancellation)
    {
        string[] arguments = ["install", "-y", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", .. names];
        if (await TryAptAsync(arguments, cancellation))
            return;
        // The lists may name versions that the mirror has replaced since.
        await AptAsync(["update"], cancellation);
        await AptAsync(arguments, cancellation);
    }

    private async Task AptAsync(string[] arguments, CancellationToken cancellation)
    {
        if (!await TryAptAsync(arguments, cancellation))
            throw new DistributedApplicationException($"apt-get {arguments[0]} failed; its output is in {logFile}.");
    }

    private async Task<bool> TryAptAsync(string[] arguments, CancellationToken cancellation)
    {
        var result = await RunAsRootAsync(
            ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300", .. arguments], cancellation);
        Directory.CreateDirectory(Path.GetDirectoryName(logFile) ?? "/");
        await File.AppendAllTextAsync(logFile, result.Output + "\n", cancellation);
        return result.Succeeded;
    }

    private static Task<ToolResult> RunAsRootAsync(string[] command, CancellationToken cancellation) => Unix.IsRoot
        ? Tool.RunAsync(command[0], command[1..], cancellation)
        : Tool.RunAsync("sudo", ["-n", .. command], cancellation);

    private static bool ListsAreFresh() =>
        Directory.EnumerateFiles("/var/lib/apt/lists", "*_Packages*")
            .Any(file => TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(file) < ListsAreOld);
}
