using System.Globalization;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Commands;

/// <summary>The program that started this one, when it is the dotnet tool and so should not end alone.</summary>
internal static class ParentTool
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static ProcessIdentity? Find()
    {
        var status = File.ReadAllText("/proc/self/stat");
        var parent = ProcessIdentity.Of(int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture));
        return parent is not null && File.ReadAllText($"/proc/{parent.Pid}/comm").Trim() == "dotnet" ? parent : null;
    }

    public static async Task EndedAsync(ProcessIdentity process, CancellationToken cancellation)
    {
        while (process.IsAlive)
            await Task.Delay(Look, cancellation);
    }
}
