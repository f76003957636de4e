using System.Diagnostics;

namespace Handhaving.Testing.Servers;

/// <summary>Debian's chromium, by the script that finds or installs it for the independent clients too.</summary>
public static class Chromium
{
    public static async Task<string> FindAsync(string repository)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(repository, "tests", "interop", "run"), "chromium"]) { RedirectStandardOutput = true };
        using var run = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var path = (await run.StandardOutput.ReadToEndAsync()).Trim();
        await run.WaitForExitAsync();
        return run.ExitCode == 0 ? path : throw new InvalidOperationException("There is no chromium, and it could not be installed.");
    }
}
