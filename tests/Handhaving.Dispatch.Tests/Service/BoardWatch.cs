using Grpc.Core;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>A team's board as one person sees it, from the end of its snapshot on.</summary>
internal sealed class BoardWatch : IAsyncDisposable
{
    private readonly AsyncServerStreamingCall<V1.WatchBoardResponse> stream;

    private BoardWatch(AsyncServerStreamingCall<V1.WatchBoardResponse> stream) => this.stream = stream;

    public static async Task<BoardWatch> OpenAsync(Person person, string team)
    {
        var watch = new BoardWatch(person.Board.WatchBoard(new() { Parent = $"teams/{team}" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken));
        await watch.NextAsync(message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);
        return watch;
    }

    /// <summary>The first change from now on of which something holds.</summary>
    public async Task<V1.BoardDelta> FindAsync(Func<V1.BoardDelta, bool> holds) =>
        (await NextAsync(message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.Delta && holds(message.Delta))).Delta;

    public ValueTask DisposeAsync()
    {
        stream.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<V1.WatchBoardResponse> NextAsync(Func<V1.WatchBoardResponse, bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await stream.ResponseStream.MoveNext(limit.Token))
            if (holds(stream.ResponseStream.Current)) return stream.ResponseStream.Current;
        throw new EndOfStreamException();
    }
}
