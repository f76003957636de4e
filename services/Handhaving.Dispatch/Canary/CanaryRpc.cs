using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Canary;

/// <summary>Door of <c>CanaryService</c>.</summary>
public sealed class CanaryRpc(SendCanary send, WatchCanaries watch) : V1.CanaryService.CanaryServiceBase
{
    public override async Task<V1.SendCanaryResponse> SendCanary(V1.SendCanaryRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var canary = await send.HandleAsync(call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Canary = new() { Name = canary.Name.Value, SendTime = Timestamp.FromDateTimeOffset(canary.CreatedAt) } };
    }

    public override Task WatchCanaries(V1.WatchCanariesRequest request, IServerStreamWriter<V1.WatchCanariesResponse> responseStream, ServerCallContext context) =>
        watch.HandleAsync(context.Call(), responseStream.WriteAsync, context.CancellationToken);
}
