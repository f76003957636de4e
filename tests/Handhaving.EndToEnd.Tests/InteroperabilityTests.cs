using System.Diagnostics;

namespace Handhaving.EndToEnd.Tests;

/// <summary>Clients that share nothing with ours call the platform through the gateway: each runs its own named checks and fails by its exit code.</summary>
public sealed class InteroperabilityTests(Platform platform)
{
    [Theory]
    [InlineData("node")]
    [InlineData("python")]
    [InlineData("browser")]
    public async Task An_independent_client_speaks_the_contract(string client)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(platform.Application.Repository, "tests", "interop", "run"), client])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["HANDHAVING_GRPC"] = platform.Grpc.Authority,
                ["HANDHAVING_HTTP"] = platform.Http.ToString().TrimEnd('/'),
                ["HANDHAVING_IDENTITY"] = platform.Identity.ToString().TrimEnd('/'),
                ["HANDHAVING_CLIENT_SECRET"] = Platform.PartnerSecret,
            },
        };

        using var run = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var said = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, string.Join(Environment.NewLine, said));
        Assert.Contains("an error carries its reason", said[0], StringComparison.Ordinal);
    }
}
