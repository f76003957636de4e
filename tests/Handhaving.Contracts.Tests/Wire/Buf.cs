using System.Diagnostics;
using Google.Protobuf.Reflection;
using Xunit;

[assembly: AssemblyFixture(typeof(Handhaving.Contracts.Tests.Wire.Buf))]

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>The contracts' linter and comparer, installed beside the tests by its lock file when it is not there yet.</summary>
public sealed class Buf : IAsyncLifetime
{
    private static readonly string Executable = Path.Combine(Tree.Tests, "node_modules", ".bin", "buf");

    /// <summary>Our own proto files with their comments.</summary>
    internal IReadOnlyList<FileDescriptorProto> Sources { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            var (exit, output) = await RunAsync("npm", Tree.Tests, ["ci", "--ignore-scripts"]);
            Assert.True(exit == 0, "npm ci failed:\n" + output);
        }
        var image = Path.Combine(AppContext.BaseDirectory, "contracts.binpb");
        var (built, problems) = await RunAsync("build", "-o", image);
        Assert.True(built == 0, "buf build failed:\n" + problems);
        var set = FileDescriptorSet.Parser.ParseFrom(await File.ReadAllBytesAsync(image, TestContext.Current.CancellationToken));
        Sources = [.. set.File.Where(file => file.Package.StartsWith("handhaving.", StringComparison.Ordinal))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a command over our own proto files.</summary>
    internal static Task<(int Exit, string Output)> RunAsync(string command, params string[] arguments) =>
        RunAsync(Executable, Path.Combine(Tree.Root, "protos"), [command, "--path", "handhaving", .. arguments]);

    /// <summary>Runs a command in a folder of somebody else's.</summary>
    internal static Task<(int Exit, string Output)> RunInAsync(string folder, params string[] arguments) => RunAsync(Executable, folder, arguments);

    private static async Task<(int Exit, string Output)> RunAsync(string file, string folder, string[] arguments)
    {
        using var process = new Process { StartInfo = new(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true } };
        process.Start();
        var cancellation = TestContext.Current.CancellationToken;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, string.Concat(output));
    }
}
