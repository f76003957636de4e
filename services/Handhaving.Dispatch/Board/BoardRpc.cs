using Grpc.Core;
using Handhaving.ServiceDefaults.Access;

namespace Handhaving.Dispatch.Board;

/// <summary>Door of <c>BoardService</c>.</summary>
public sealed class BoardRpc(WatchBoard watch) : V1.BoardService.BoardServiceBase
{
    public override Task WatchBoard(V1.WatchBoardRequest request, IServerStreamWriter<V1.WatchBoardResponse> responseStream, ServerCallContext context) =>
        watch.HandleAsync(context.Call(), request.ResumeToken, new BoardWriter(responseStream).WriteAsync, context.CancellationToken);
}
