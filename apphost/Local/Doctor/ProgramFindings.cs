using System.Text.Json;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.AppHost.Local.Doctor;

/// <summary>The programs that building and running need.</summary>
internal static class ProgramFindings
{
    /// <summary>Asked in the repository, so that global.json has its say.</summary>
    public static async Task<Finding> SdkAsync(string repository, CancellationToken cancellation)
    {
        using var wanted = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(repository, "global.json"), cancellation));
        var version = wanted.RootElement.GetProperty("sdk").GetProperty("version").GetString();
        var result = await Tool.RunAsync(new Launch("sdk", ProgramLaunch.Dotnet, ["--version"], repository), cancellation);
        return result.Succeeded
            ? Finding.Fine("SDK", $".NET {result.Output}")
            : new Finding("SDK", $"no .NET SDK that global.json accepts ({version})", $"install the .NET SDK {version} or a later feature band of it: https://dot.net/download");
    }

    public static IEnumerable<Finding> Tools(IEnumerable<string> names) =>
        from name in names
        select Tool.Find(name) is { } path
            ? Finding.Fine(name, path)
            : new Finding(name, "not found", "sudo apt-get install -y util-linux");

    public static Finding Server(ServerPackage package, bool mayInstall) => (package.Find(), mayInstall) switch
    {
        ({ } path, _) => Finding.Fine(package.Program, path),
        (null, true) => Finding.Fine(package.Program, "not installed; the first start installs it"),
        _ => new Finding(package.Program, "not installed, and this account may not install it", ServerMissing.CommandFor([package])),
    };
}
