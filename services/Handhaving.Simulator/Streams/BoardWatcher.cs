using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Streams;

/// <summary>A desk that watches the board of one team all evening and notes what it shows; resumes by its token after a drop.</summary>
public sealed class BoardWatcher(Platform platform, BoardTally tally, TimeProvider time, string team)
{
    private const int MissedHeartbeats = 3;
    private static readonly TimeSpan FirstHello = TimeSpan.FromSeconds(15);
    private readonly TaskCompletionSource firstSnapshot = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> lastShown = [];
    private string resumeToken = "";

    /// <summary>Why the last stream ended; empty when none did.</summary>
    public string LastDrop { get; private set; } = "";

    /// <summary>What the board showed.</summary>
    public Sightings Sightings { get; } = new();

    /// <summary>Done when the first snapshot is complete.</summary>
    public Task FirstSnapshot => firstSnapshot.Task;

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var failures = 1; !cancellation.IsCancellationRequested; failures++)
        {
            var before = resumeToken;
            try
            {
                await WatchAsync(cancellation);
            }
            catch (Exception drop) when (drop is RpcException or HttpRequestException or OperationCanceledException)
            {
                if (cancellation.IsCancellationRequested)
                    return;
                LastDrop = drop.Message;
            }
            failures = resumeToken == before ? failures : 1;
            tally.Reconnect();
            await platform.Caller.BackOffAsync(failures, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Reads one stream; three missed heartbeats end it.</summary>
    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var silence = new CancellationTokenSource(FirstHello, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);
        var headers = await platform.Caller.HeadersAsync(either.Token);
        var request = new WatchBoardRequest { Parent = $"teams/{team}", ResumeToken = resumeToken };
        using var stream = platform.Board.WatchBoard(request, headers, cancellationToken: either.Token);
        var (patience, sequence) = (FirstHello, 0L);
        await foreach (var message in stream.ResponseStream.ReadAllAsync(either.Token))
        {
            if (message.EventCase == WatchBoardResponse.EventOneofCase.Hello)
                patience = TimeSpan.FromSeconds(Math.Max(1, message.Hello.HeartbeatSeconds) * MissedHeartbeats);
            silence.CancelAfter(patience);
            Count(message.Sequence, ref sequence);
            Note(message);
            if (message.ResumeToken.Length > 0)
                resumeToken = message.ResumeToken;
        }
    }

    private void Count(long number, ref long last)
    {
        if (number > last + 1)
            tally.Gap();
        if (number <= last)
            tally.Repeat();
        last = number;
    }

    private void Note(WatchBoardResponse message)
    {
        switch (message.EventCase)
        {
            case WatchBoardResponse.EventOneofCase.Hello:
                Begin(message.Hello);
                break;
            case WatchBoardResponse.EventOneofCase.SnapshotItem when message.SnapshotItem.ItemCase == BoardItem.ItemOneofCase.Incident:
                Sightings.Saw(message.SnapshotItem.Incident);
                break;
            case WatchBoardResponse.EventOneofCase.SnapshotEnd:
                Sightings.Complete(message.ServerTime.ToDateTimeOffset());
                firstSnapshot.TrySetResult();
                break;
            case WatchBoardResponse.EventOneofCase.Delta when message.Delta.Removed.Length > 0:
                Sightings.Left(message.Delta.Removed);
                break;
            case WatchBoardResponse.EventOneofCase.Delta when message.Delta.Item.ItemCase == BoardItem.ItemOneofCase.Incident:
                Change(message.Delta.Item.Incident);
                break;
            case WatchBoardResponse.EventOneofCase.SnapshotItem or WatchBoardResponse.EventOneofCase.Delta
                or WatchBoardResponse.EventOneofCase.Heartbeat or WatchBoardResponse.EventOneofCase.None:
                break;
            default:
                throw new InvalidOperationException($"The board sent {message.EventCase}.");
        }
    }

    private void Begin(Hello hello)
    {
        if (hello.Reset)
            lastShown.Clear();
        if (hello.Reset && firstSnapshot.Task.IsCompleted)
            tally.Resync();
        Sightings.Begin(hello);
    }

    /// <summary>Each version of an incident is a change once, over all streams that resume one another.</summary>
    private void Change(Incident incident)
    {
        if (lastShown.GetValueOrDefault(incident.Name) == incident.Etag)
            tally.Repeat();
        lastShown[incident.Name] = incident.Etag;
        Sightings.Saw(incident);
    }
}
