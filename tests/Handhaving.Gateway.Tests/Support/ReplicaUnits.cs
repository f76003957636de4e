using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>Acknowledges each batch of positions.</summary>
public sealed class ReplicaUnits : UnitService.UnitServiceBase
{
    public override async Task StreamPositions(
        IAsyncStreamReader<StreamPositionsRequest> requestStream, IServerStreamWriter<StreamPositionsResponse> responseStream, ServerCallContext context)
    {
        await foreach (var batch in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new() { AcceptedCount = batch.Fixes.Count, Batch = batch.Batch }, context.CancellationToken);
    }
}
