using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Handhaving.Gateway.Limits;

/// <summary>
/// Bounds the request of a call that sends one message, by the length that its first bytes state. A client stream has no total: the service
/// bounds each of its messages, and it may send as slowly as it likes.
/// </summary>
public sealed class MessageSize(RequestDelegate next, CallLimits limits)
{
    // Base64 in pieces carries padding.
    private const int Slack = 4 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var call = context.Features.GetRequiredFeature<GrpcCall>();
        if (call.Method is { ClientStreams: true })
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
            await next(context);
            return;
        }
        var most = (call.Dialect is GrpcDialect.WebText ? Base64LengthOf(limits.MessageBytes) : limits.MessageBytes) + Slack;
        if (context.Request.ContentLength > most || await FirstFrame.LengthAsync(context, call.Dialect) > limits.MessageBytes)
            await Refusal.SendAsync(context, new RuleBroken(Reasons.TooLarge));
        else
            await next(context);
    }

    private static int Base64LengthOf(int bytes) => (bytes + 2) / 3 * 4;
}
