using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Handhaving.Gateway.Resending;
using Handhaving.Gateway.Routes;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Handhaving.Gateway.Limits;

/// <summary>
/// Bounds the request of a call that sends one message, by the length that its first bytes state, and takes it whole. A client stream has no total: the service
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
            await next(context);
            return;
        }
        var most = (call.Dialect is GrpcDialect.WebText ? Base64LengthOf(limits.MessageBytes) : limits.MessageBytes) + Slack;
        var fits = context.Request.ContentLength is not { } stated || stated <= most;
        if (fits && await FirstFrame.LengthAsync(context, call.Dialect) <= limits.MessageBytes && await WholeBody.TakeAsync(context, most)) await next(context);
        else await Refusal.SendAsync(context, new RuleBroken(Reasons.TooLarge));
    }

    private static int Base64LengthOf(int bytes) => (bytes + 2) / 3 * 4;
}
