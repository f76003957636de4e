using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Streams;

/// <summary>Watches the board of one team all evening and notes what it shows; resumes by its token after a drop.</summary>
public sealed class BoardWatcher(Platform platform, Tally tally, TimeProvider time, string team)
{
    private const int MissedHeartbeats = 3;
    private static readonly TimeSpan FirstHello = TimeSpan.FromSeconds(15);
    private readonly TaskCompletionSource firstSnapshot = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
            if (message.Sequence != ++sequence)
                tally.Gap();
            sequence = message.Sequence;
            Note(message);
            if (message.ResumeToken.Length > 0)
                resumeToken = message.ResumeToken;
        }
    }

    private void Note(WatchBoardResponse message)
    {
        switch (message.EventCase)
        {
            case WatchBoardResponse.EventOneofCase.Hello:
                Sightings.Begin(message.Hello);
                break;
            case WatchBoardResponse.EventOneofCase.SnapshotItem:
                Note(message.SnapshotItem);
                break;
            case WatchBoardResponse.EventOneofCase.SnapshotEnd:
                Sightings.Complete(message.ServerTime.ToDateTimeOffset());
                firstSnapshot.TrySetResult();
                break;
            case WatchBoardResponse.EventOneofCase.Delta when message.Delta.Removed.Length > 0:
                Sightings.Left(message.Delta.Removed);
                break;
            case WatchBoardResponse.EventOneofCase.Delta:
                Note(message.Delta.Item);
                break;
            case WatchBoardResponse.EventOneofCase.Heartbeat or WatchBoardResponse.EventOneofCase.None:
                break;
            default:
                throw new InvalidOperationException($"The board sent {message.EventCase}.");
        }
    }

    private void Note(BoardItem item)
    {
        if (item.ItemCase == BoardItem.ItemOneofCase.Incident)
            Sightings.Saw(item.Incident);
    }
}
