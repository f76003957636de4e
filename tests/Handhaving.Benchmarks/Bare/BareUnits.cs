using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Bare;

/// <summary>Takes a stream of positions and throws them away: at its end it says how many there were.</summary>
internal sealed class BareUnits : UnitService.UnitServiceBase
{
    public override async Task StreamPositions(IAsyncStreamReader<StreamPositionsRequest> requestStream, IServerStreamWriter<StreamPositionsResponse> responseStream, ServerCallContext context)
    {
        var taken = 0;
        await foreach (var batch in requestStream.ReadAllAsync(context.CancellationToken)) taken += batch.Fixes.Count;
        await responseStream.WriteAsync(new() { AcceptedCount = taken }, context.CancellationToken);
    }
}
