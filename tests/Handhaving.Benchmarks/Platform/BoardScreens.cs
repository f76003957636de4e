using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Platform;

/// <summary>Boards that stay open and tell what they are shown; each is complete before this returns.</summary>
internal sealed class BoardScreens : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> open = [];

    /// <param name="count">Screens of each team.</param>
    /// <param name="show">Of a screen by its number: gets every change that it gets.</param>
    public static async Task<BoardScreens> OpenAsync(IReadOnlyList<GrpcChannel> channels, Region region, IReadOnlyList<string> teams, int count, Func<int, Action<BoardDelta>> show, CancellationToken cancellation)
    {
        var screens = new BoardScreens();
        foreach (var team in teams)
            for (var screen = 0; screen < count; screen++)
            {
                var call = new BoardService.BoardServiceClient(channels[screen % channels.Count]).WatchBoard(new() { Parent = $"teams/{team}" }, region.Headers, cancellationToken: screens.end.Token);
                while (await call.ResponseStream.MoveNext(cancellation) && call.ResponseStream.Current.SnapshotEnd is null) { }
                var shown = show(screens.open.Count);
                screens.open.Add(Task.Run(() => FollowAsync(call, shown, screens.end.Token), cancellation));
            }
        return screens;
    }

    /// <summary>Throws when a screen ended by itself: what it would have shown was not counted.</summary>
    public void RequireAllOpen()
    {
        if (open.Find(screen => screen.IsCompleted) is { } ended) throw new InvalidOperationException("A screen ended.", ended.Exception);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(open).ContinueWith(_ => { }, TaskScheduler.Default);
        end.Dispose();
    }

    private static async Task FollowAsync(AsyncServerStreamingCall<WatchBoardResponse> call, Action<BoardDelta> show, CancellationToken cancellation)
    {
        using (call)
            while (await call.ResponseStream.MoveNext(cancellation))
                if (call.ResponseStream.Current.Delta is { } delta) show(delta);
    }
}
