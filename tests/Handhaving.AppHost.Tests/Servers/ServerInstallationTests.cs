using Handhaving.AppHost.Local.Servers;

namespace Handhaving.AppHost.Tests.Servers;

public sealed class ServerInstallationTests
{
    private static readonly ServerPackage Missing = new("nosuchserver", "nosuch-package", "nosuch", () => null);

    [Fact]
    public async Task Without_rights_the_exact_command_is_told_and_nothing_is_installed()
    {
        var machine = new Machine(mayInstall: false);

        var missing = await Assert.ThrowsAsync<ServerMissing>(() =>
            new ServerInstallation(machine, _ => { }).EnsureAsync([Missing], TestContext.Current.CancellationToken));

        Assert.Equal("Missing: nosuchserver. Install with: sudo apt-get update && sudo apt-get install -y --no-install-recommends nosuch-package", missing.Message);
        Assert.Equal(3, ServerMissing.ExitCode);
        Assert.Empty(machine.Installed);
    }

    [Fact]
    public async Task With_rights_one_line_says_what_is_installed()
    {
        var machine = new Machine(mayInstall: true);
        var said = new List<string>();
        var package = new ServerPackage("server", "server-package", "server", () => machine.Installed.Count > 0 ? "/usr/bin/server" : null);

        await new ServerInstallation(machine, said.Add).EnsureAsync([package], TestContext.Current.CancellationToken);

        Assert.Equal([package], machine.Installed);
        Assert.Contains("server-package", Assert.Single(said));
    }

    private sealed class Machine(bool mayInstall) : IPackageTool
    {
        public List<ServerPackage> Installed { get; } = [];

        public Task<bool> MayInstallAsync(CancellationToken cancellation) => Task.FromResult(mayInstall);

        public Task InstallAsync(IReadOnlyList<ServerPackage> packages, CancellationToken cancellation)
        {
            Installed.AddRange(packages);
            return Task.CompletedTask;
        }
    }
}
