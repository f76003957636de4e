using Grpc.Core;

namespace Handhaving.Dispatch.Board;

/// <summary>Writes a board's messages to its caller: the items of a snapshot gathered, for to send each by itself costs as much again; all other messages at once.</summary>
internal sealed class BoardWriter(IServerStreamWriter<V1.WatchBoardResponse> stream)
{
    private const int Together = 64; // few enough that a reader that does not read is noticed
    private static readonly WriteOptions Gathered = new(WriteFlags.BufferHint);

    public Task WriteAsync(V1.WatchBoardResponse message, CancellationToken cancellation)
    {
        var waits = message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotItem && message.Sequence % Together != 0;
        stream.WriteOptions = waits ? Gathered : null;
        return stream.WriteAsync(message, cancellation);
    }
}
