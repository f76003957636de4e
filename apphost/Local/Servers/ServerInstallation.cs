using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>Brings the servers that the model needs and the machine lacks.</summary>
internal sealed class ServerInstallation(PackageTool packages, Action<string> say)
{
    private static readonly string LockFile = Path.Combine(Path.GetTempPath(), "handhaving-install.lock");

    /// <summary>Installs what is missing, or throws <see cref="ServerMissing"/> where that is not allowed.</summary>
    public async Task EnsureAsync(IEnumerable<Resource> resources, CancellationToken cancellation)
    {
        var needed = resources.Select(ServerPackage.For).OfType<ServerPackage>().Distinct().ToList();
        if (needed.TrueForAll(package => package.Find() is not null))
            return;
        if (!await packages.MayInstallAsync(cancellation))
            throw new ServerMissing([.. needed.Where(package => package.Find() is null)]);
        // Two starts at once must not both call the package manager; the second finds the work done.
        using var turn = await FileLock.TakeAsync(LockFile, cancellation);
        var missing = needed.FindAll(package => package.Find() is null);
        if (missing.Count == 0)
            return;
        say($"Installing with apt-get, without starting system services: {string.Join(", ", missing.Select(package => package.AptPackage))}");
        await packages.InstallAsync(missing, cancellation);
        if (missing.FindAll(package => package.Find() is null) is { Count: > 0 } still)
            throw new ServerMissing(still);
    }
}

/// <summary>Servers are missing and may not be installed from here; the message is the command that does it.</summary>
internal sealed class ServerMissing(IReadOnlyList<ServerPackage> packages) : Exception(
    $"Missing: {string.Join(", ", packages.Select(package => package.Program))}. Install with: {CommandFor(packages)}")
{
    public const int ExitCode = 3;

    public static string CommandFor(IEnumerable<ServerPackage> packages) =>
        $"sudo apt-get update && sudo apt-get install -y --no-install-recommends {string.Join(' ', packages.Select(package => package.AptPackage))}";
}
