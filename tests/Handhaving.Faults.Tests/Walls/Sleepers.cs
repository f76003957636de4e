using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;

namespace Handhaving.Faults.Tests.Walls;

/// <summary>Screens whose readers took the first message and then never read again, each on a connection of its own.</summary>
internal sealed class Sleepers(IReadOnlyList<AsyncServerStreamingCall<WatchBoardResponse>> streams) : IAsyncDisposable
{
    private static readonly TimeSpan LongestWake = TimeSpan.FromSeconds(60);

    public static async Task<Sleepers> OpenAsync(FaultPlatform platform, IReadOnlyList<string> teams)
    {
        List<AsyncServerStreamingCall<WatchBoardResponse>> streams = [];
        foreach (var team in teams)
        {
            var connection = platform.Connect(new LedgerBook());
            var stream = connection.Board.WatchBoard(new() { Parent = $"teams/{team}" }, await connection.Caller.HeadersAsync(TestContext.Current.CancellationToken));
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            streams.Add(stream);
        }
        return new(streams);
    }

    /// <summary>Reads on at last; why each stream ended.</summary>
    public async Task<IReadOnlyList<string>> WakeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestWake);
        return await Task.WhenAll(streams.Select(stream => ReadToEndAsync(stream.ResponseStream, limit.Token)));
    }

    public ValueTask DisposeAsync()
    {
        foreach (var stream in streams) stream.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string> ReadToEndAsync(IAsyncStreamReader<WatchBoardResponse> stream, CancellationToken cancellation)
    {
        try
        {
            while (await stream.MoveNext(cancellation)) { }
            return "ended without a word";
        }
        catch (RpcException ended)
        {
            return ended.Reason();
        }
    }
}
