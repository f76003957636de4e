using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Testing.Identity;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>A replica in a process of its own that is ended as by kill -9, and followed by the next one while all goes on.</summary>
internal sealed class MortalReplica(DispatchRegion region) : IAsyncDisposable
{
    private readonly Lock change = new();
    private readonly List<Life> lives = [];
    private Task? starting;
    private Life? ready;

    /// <summary>How often it was ended.</summary>
    public int Deaths { get; private set; }

    /// <summary>Begins to start one, unless one lives or comes up.</summary>
    public void Start()
    {
        lock (change) starting ??= StartAsync();
    }

    /// <summary>The way to the living one, for whoever ends it; null while none is up.</summary>
    public Life? Take()
    {
        lock (change)
        {
            if (ready is not { } taken) return null;
            (ready, starting) = (null, null);
            Deaths++;
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (starting is not null) await starting;
        }
        finally
        {
            foreach (var life in lives) life.Dispose();
        }
    }

    // One that meets the cut-off database while it starts ends by itself, and whoever keeps replicas starts the next.
    private async Task StartAsync()
    {
        while (true)
        {
            var life = Begin();
            lock (change) lives.Add(life);
            var desk = new Person(region, life.Channel, "centralist-wm-01", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var answers = desk.Units.ListStatusCodesAsync(new() { Parent = "municipalities/0888" }, desk.Call.WithDeadline(DateTime.UtcNow.AddSeconds(100)).WithCancellationToken(limit.Token).WithWaitForReady()).ResponseAsync;
            if (await Task.WhenAny(answers, life.Process.WaitForExitAsync(limit.Token)) == answers && answers.IsCompletedSuccessfully)
            {
                lock (change) ready = life;
                return;
            }
            await limit.CancelAsync();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private Life Begin()
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(DispatchApp).Assembly.Location, .. region.ReplicaArguments(address)]) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("dotnet did not start.");
        process.BeginOutputReadLine();
        return new(process, GrpcChannel.ForAddress(address, new() { MaxReconnectBackoff = TimeSpan.FromSeconds(1) }));
    }

    /// <summary>One life of it.</summary>
    internal sealed record Life(Process Process, GrpcChannel Channel) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill(); // does nothing to a process that has ended
            Process.Dispose();
            Channel.Dispose();
        }
    }
}
