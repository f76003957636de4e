using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Bare;

/// <summary>Sends the same change of a position again and again, as fast as it is taken.</summary>
internal sealed class BareBoard : BoardService.BoardServiceBase
{
    private static readonly WatchBoardResponse Change = new()
    {
        Delta = new()
        {
            Item = new() { Unit = new() { Name = "municipalities/0888/units/fleet-1", LastFix = new() { Position = new() { Latitude = 50.94, Longitude = 5.79 }, FixTime = new() { Seconds = 1_800_000_000 }, AccuracyMeters = 5 } } },
            UpdateMask = new() { Paths = { "unit.last_fix" } },
        },
    };

    public override async Task WatchBoard(WatchBoardRequest request, IServerStreamWriter<WatchBoardResponse> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new() { SnapshotEnd = new() }, context.CancellationToken);
        while (!context.CancellationToken.IsCancellationRequested) await responseStream.WriteAsync(Change, context.CancellationToken);
    }
}
