using Grpc.AspNetCore.Server;
using Grpc.Core;
using Handhaving.Gateway.Protocols;

namespace Handhaving.Gateway.Limits;

/// <summary>Tells streams from calls with one answer, among those of the services and those that the gateway answers itself.</summary>
public static class LongCall
{
    public static bool Is(HttpContext context) =>
        context.Features.Get<GrpcCall>() is { } call
        && (call.Method?.IsStream ?? context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method.Type: not MethodType.Unary });
}
