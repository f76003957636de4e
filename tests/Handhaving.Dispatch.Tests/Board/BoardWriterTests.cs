using Grpc.Core;
using Handhaving.Dispatch.Board;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>Items of a snapshot leave together; nothing else waits for what follows it.</summary>
public sealed class BoardWriterTests
{
    [Fact]
    public async Task Only_items_of_a_snapshot_wait_for_others_and_never_for_many()
    {
        var stream = new Stream();
        var writer = new BoardWriter(stream);
        List<V1.WatchBoardResponse> messages =
        [
            new() { Hello = new() }, .. Enumerable.Range(0, 200).Select(_ => new V1.WatchBoardResponse { SnapshotItem = new() }),
            new() { SnapshotEnd = new() }, new() { Delta = new() }, new() { Heartbeat = new() },
        ];

        foreach (var (index, message) in messages.Index())
        {
            message.Sequence = index + 1;
            await writer.WriteAsync(message, TestContext.Current.CancellationToken);
        }

        Assert.Equal([1, 64, 128, 192, 202, 203, 204], stream.SentAt);
    }

    private sealed class Stream : IServerStreamWriter<V1.WatchBoardResponse>
    {
        public List<long> SentAt { get; } = [];

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(V1.WatchBoardResponse message)
        {
            if (WriteOptions?.Flags.HasFlag(WriteFlags.BufferHint) is not true) SentAt.Add(message.Sequence);
            return Task.CompletedTask;
        }

        public Task WriteAsync(V1.WatchBoardResponse message, CancellationToken cancellationToken) => WriteAsync(message);
    }
}
