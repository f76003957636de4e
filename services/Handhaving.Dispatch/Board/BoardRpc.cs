using Grpc.Core;
using Handhaving.Dispatch.Board.OneUnit;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Board;

/// <summary>Door of <c>BoardService</c>.</summary>
public sealed class BoardRpc(WatchBoard watch, WatchUnit watchUnit) : V1.BoardService.BoardServiceBase
{
    public override Task WatchBoard(V1.WatchBoardRequest request, IServerStreamWriter<V1.WatchBoardResponse> responseStream, ServerCallContext context) =>
        watch.HandleAsync(context.Call(), request.ResumeToken, new BoardWriter(responseStream).WriteAsync, context.CancellationToken);

    public override Task WatchUnit(V1.WatchUnitRequest request, IServerStreamWriter<V1.WatchUnitResponse> responseStream, ServerCallContext context) =>
        watchUnit.HandleAsync(context.Call(), UnitName.Parse(request.Name) ?? throw new NotFound(request.Name), responseStream.WriteAsync, context.CancellationToken);
}
