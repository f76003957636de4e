using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Streams;

namespace Handhaving.Faults.Tests.Screens;

/// <summary>A screen that writes down all it is told, and resumes by its token wherever the gateway sends it.</summary>
public sealed class Screen(Simulator.Wire.Platform platform, string team) : IAsyncDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource close = new();
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly List<Telling> told = [];
    private readonly List<(int Place, Shown Shown)> starts = [];
    private readonly List<TimeSpan> delays = [];
    private readonly HashSet<DegradedPart> everDegraded = [];
    private volatile IReadOnlyList<DegradedPart> degraded = [];
    private Task reading = Task.CompletedTask;
    private string token = "";
    private int resets, drops;

    public string Team => team;

    public Sightings Sightings { get; } = new();

    /// <summary>Snapshots it was given.</summary>
    public int Resets => resets;

    /// <summary>Streams that ended under it.</summary>
    public int Drops => drops;

    /// <summary>What the last heartbeat said does not work.</summary>
    public IReadOnlyList<DegradedPart> Degraded => degraded;

    public IReadOnlyList<Telling> Told { get { lock (gate) return [.. told]; } }

    /// <summary>The same, from one snapshot to the next.</summary>
    public IReadOnlyList<(Shown Shown, IReadOnlyList<Telling> Told)> Runs
    {
        get { lock (gate) return [.. starts.Select((start, run) => (start.Shown, (IReadOnlyList<Telling>)told[start.Place..(run + 1 < starts.Count ? starts[run + 1].Place : told.Count)]))]; }
    }

    /// <summary>From commit to screen, of each change.</summary>
    public IReadOnlyList<TimeSpan> Delays { get { lock (gate) return [.. delays]; } }

    public bool WasToldDegraded(DegradedPart part)
    {
        lock (gate) return everDegraded.Contains(part);
    }

    /// <summary>Opens a screen for each team named; returns when all have their snapshot.</summary>
    internal static async Task<IReadOnlyList<Screen>> OpenAsync(FaultPlatform platform, IReadOnlyList<string> teams)
    {
        const int screensPerConnection = 25;
        return await OpenAsync(teams.Chunk(screensPerConnection).SelectMany(some =>
        {
            var connection = platform.Connect(new LedgerBook());
            return some.Select(team => new Screen(connection, team)).ToList();
        }).ToList());
    }

    /// <summary>Returns when all have their snapshot.</summary>
    internal static async Task<IReadOnlyList<Screen>> OpenAsync(List<Screen> screens)
    {
        screens.ForEach(screen => screen.reading = screen.ReadAsync());
        await Task.WhenAll(screens.Select(screen => screen.opened.Task)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return screens;
    }

    public async ValueTask DisposeAsync()
    {
        await close.CancelAsync();
        await reading;
        close.Dispose();
    }

    private async Task ReadAsync()
    {
        for (var failures = 1; !close.IsCancellationRequested; failures++)
        {
            var before = token;
            try
            {
                await ReadStreamAsync();
            }
            catch (Exception drop) when (drop is RpcException or HttpRequestException or OperationCanceledException)
            {
                Interlocked.Increment(ref drops);
            }
            if (token != before) failures = 1;
            await platform.Caller.BackOffAsync(failures, close.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadStreamAsync()
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(close.Token);
        silence.CancelAfter(LongestSilence);
        var headers = await platform.Caller.HeadersAsync(silence.Token);
        using var stream = platform.Board.WatchBoard(new() { Parent = $"teams/{team}", ResumeToken = token }, headers, cancellationToken: silence.Token);
        await foreach (var message in stream.ResponseStream.ReadAllAsync(silence.Token))
        {
            silence.CancelAfter(LongestSilence);
            Note(message);
            if (message.ResumeToken.Length > 0) token = message.ResumeToken;
        }
    }

    private void Note(WatchBoardResponse message)
    {
        switch (message.EventCase)
        {
            case WatchBoardResponse.EventOneofCase.Hello:
                if (message.Hello.Reset) Interlocked.Increment(ref resets);
                Sightings.Begin(message.Hello);
                break;
            case WatchBoardResponse.EventOneofCase.SnapshotItem when message.SnapshotItem.Incident is { } incident:
                Sightings.Saw(incident);
                break;
            case WatchBoardResponse.EventOneofCase.SnapshotEnd:
                lock (gate) starts.Add((told.Count, Shown.Of(message.ResumeToken)));
                Sightings.Complete(message.ServerTime.ToDateTimeOffset());
                opened.TrySetResult();
                break;
            case WatchBoardResponse.EventOneofCase.Delta:
                Note(message.Delta);
                break;
            case WatchBoardResponse.EventOneofCase.Heartbeat:
                Note(message.Heartbeat);
                break;
            default:
                break; // a unit or a loan of the snapshot
        }
    }

    private void Note(BoardDelta delta)
    {
        if (Telling.Of(delta) is { } telling)
            lock (gate) told.Add(telling);
        if (delta.Item?.Incident is not { } incident) return;
        var delay = DateTimeOffset.UtcNow - incident.UpdateTime.ToDateTimeOffset();
        lock (gate) delays.Add(delay);
        Sightings.Saw(incident);
        if (delta.Removed.Length > 0) Sightings.Left(incident.Name);
    }

    private void Note(Heartbeat heartbeat)
    {
        degraded = [.. heartbeat.Degradations.Select(one => one.Part)];
        lock (gate) everDegraded.UnionWith(degraded);
    }
}
