using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Handhaving.Gateway.Limits;

/// <summary>
/// Bounds the request of a call that sends one message. A client stream has no total: the service bounds each of its messages,
/// and it may send as slowly as it likes.
/// </summary>
public sealed class MessageSize(RequestDelegate next, CallLimits limits)
{
    private const int FrameHeaderBytes = 5;

    public Task InvokeAsync(HttpContext context)
    {
        var call = context.Features.GetRequiredFeature<GrpcCall>();
        var size = context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        if (call.Method is { ClientStreams: true })
        {
            size.MaxRequestBodySize = null;
            if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
            return next(context);
        }
        var most = limits.MessageBytes + FrameHeaderBytes;
        size.MaxRequestBodySize = call.Dialect is GrpcDialect.WebText ? Base64LengthOf(most) : most;
        return context.Request.ContentLength > size.MaxRequestBodySize
            ? Refusal.SendAsync(context, new RuleBroken(Reasons.TooLarge))
            : next(context);
    }

    private static int Base64LengthOf(int bytes) => (bytes + 2) / 3 * 4;
}
