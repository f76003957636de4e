using System.Diagnostics;
using Xunit;

namespace Handhaving.Contracts.Tests.WebConsole;

/// <summary>The console is a client of these contracts like any other: its types, lint, and the tests of its logic. They take all cores and stand where nothing is timed.</summary>
public sealed class ConsoleLogicTests
{
    [Fact]
    public async Task The_consoles_own_tests_pass()
    {
        var start = new ProcessStartInfo("npm", ["test"])
        {
            WorkingDirectory = Path.Combine(Tree.Root, "gateway", "console"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1" },
        };

        using var run = Process.Start(start) ?? throw new InvalidOperationException("npm did not start.");
        var said = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, string.Join(Environment.NewLine, said));
    }
}
