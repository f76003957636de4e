using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>While this lasts, Debian's packages start no service and make no database cluster; afterwards the machine's own settings are back.</summary>
internal sealed class QuietInstallation : IAsyncDisposable
{
    private const string Policy = "/usr/sbin/policy-rc.d";
    private const string Cluster = "/etc/postgresql-common/createcluster.conf";
    private const string Kept = ".before-handhaving";
    private readonly Func<string[], CancellationToken, Task<ToolResult>> _asRoot;
    private readonly List<string> _changed = [];

    private QuietInstallation(Func<string[], CancellationToken, Task<ToolResult>> asRoot) => _asRoot = asRoot;

    public static async Task<QuietInstallation> BeginAsync(Func<string[], CancellationToken, Task<ToolResult>> asRoot, CancellationToken cancellation)
    {
        var quiet = new QuietInstallation(asRoot);
        foreach (var path in new[] { Policy, Cluster })
            await quiet.RestoreAsync(path, cancellation); // an installation that was killed left its settings
        // invoke-rc.d and deb-systemd-invoke ask this file; 101 means: do not.
        await quiet.ReplaceAsync(Policy, "#!/bin/sh\\nexit 101\\n", cancellation);
        return quiet;
    }

    public Task RefuseClusterAsync(CancellationToken cancellation) => ReplaceAsync(Cluster, "create_main_cluster = false\\n", cancellation);

    /// <summary>A fresh package also wants its service started at boot.</summary>
    public async Task DisableAsync(string unit, CancellationToken cancellation)
    {
        if (Tool.Find("systemctl") is not null)
            await _asRoot(["systemctl", "disable", unit], cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var path in _changed)
            await RestoreAsync(path, CancellationToken.None);
    }

    // "absent" marks that there was no file before.
    private async Task ReplaceAsync(string path, string content, CancellationToken cancellation)
    {
        _changed.Add(path);
        await ShellAsync($"if [ -e {path} ]; then cp -p {path} {path}{Kept}; else : > {path}{Kept}.absent; fi; printf '{content}' > {path}; chmod 755 {path}", cancellation);
    }

    private Task RestoreAsync(string path, CancellationToken cancellation) => ShellAsync(
        $"if [ -e {path}{Kept} ]; then mv -f {path}{Kept} {path}; elif [ -e {path}{Kept}.absent ]; then rm -f {path} {path}{Kept}.absent; fi", cancellation);

    private async Task ShellAsync(string script, CancellationToken cancellation)
    {
        var result = await _asRoot(["sh", "-c", script], cancellation);
        if (!result.Succeeded)
            throw new IOException($"The package settings could not be changed: {result.Output}");
    }
}
