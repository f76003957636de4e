namespace Handhaving.AppHost.Local.Processes;

/// <summary>Runs a program that ends by itself and returns what it said.</summary>
internal static class Tool
{
    public static async Task<ToolResult> RunAsync(Launch launch, CancellationToken cancellation)
    {
        using var process = await LauncherThread.StartAsync(CommandLine.For(launch));
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new ToolResult(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            Unix.SignalGroup(process.Id, UnixSignal.Kill);
            throw;
        }
    }

    public static Task<ToolResult> RunAsync(string executable, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        RunAsync(new Launch(executable, executable, arguments, "/"), cancellation);

    /// <summary>The first of that name on the PATH or in the places where servers live outside it.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/sbin", "/sbin", "/usr/local/sbin"])
            .Select(directory => Path.Combine(directory, name))
            .FirstOrDefault(File.Exists);
}

/// <summary>How a tool ended and everything it wrote.</summary>
internal sealed record ToolResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}
