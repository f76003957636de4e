using System.Text;
using Handhaving.AppHost.Local.Processes;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.Testing.Servers;

/// <summary>Another build of a service in the place of a replica: same addresses, same environment. Disposing drains it, then the replica takes its place back.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(20);
    private readonly ChildProcess process;
    private readonly ResourceLog output;
    private readonly IAsyncDisposable held;

    private StandIn(ChildProcess process, ResourceLog output, IAsyncDisposable held) => (this.process, this.output, this.held) = (process, output, held);

    public bool IsRunning => !process.Exited.IsCompleted;

    /// <summary>What it wrote last, for who must say why it ended.</summary>
    public string LastLines => string.Join('\n', output.Last);

    /// <param name="environment">That of the replica, as it was started.</param>
    /// <param name="held">What keeps the replica's successor from listening.</param>
    internal static async Task<StandIn> StartAsync(string program, IReadOnlyDictionary<string, string> environment, string logs, IAsyncDisposable held)
    {
        var output = new ResourceLog(logs, "stand-in", null);
        var launch = new Launch("stand-in", ProgramLaunch.Dotnet, ["exec", program], Path.GetDirectoryName(program) ?? "/") { Environment = environment };
        return new(await ChildProcess.StartAsync(launch, output, new PidFiles(Path.Combine(logs, "stand-in"))), output, held);
    }

    /// <summary>As the kernel keeps it: name and value, ended by a zero byte.</summary>
    internal static IReadOnlyDictionary<string, string> EnvironmentOf(int pid) => Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/environ"))
        .Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    public async ValueTask DisposeAsync()
    {
        await process.StopAsync(DrainPatience);
        await held.DisposeAsync();
        await process.DisposeAsync();
        output.Dispose();
    }
}
