using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Handhaving.Gateway.Limits;

/// <summary>Ends a stream that was opened and on which nothing comes, so that its sender opens it anew.</summary>
/// <remarks>
/// When a connection ends, some HTTP clients open its youngest stream again on the next one by themselves, without what was written to it already
/// (.NET's does). The sender believes its first message sent, and waits for an answer that nobody can give.
/// </remarks>
public sealed class FirstMessage(RequestDelegate next, CallLimits limits, IHostApplicationLifetime host)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.GetRequiredFeature<GrpcCall>().Method is not { ClientStreams: true } || await MayGoOnAsync(context)) await next(context);
        else await Refusal.SendAsync(context, new RuleBroken(GatewayReasons.FirstMessageMissing) { RetryAfter = RetryAfter });
    }

    private async Task<bool> MayGoOnAsync(HttpContext context)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        limit.CancelAfter(limits.FirstMessageLimit);
        // A stream may carry more in total than a message; it cannot be said any more once reading began.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        try
        {
            var read = await context.Request.BodyReader.ReadAsync(limit.Token);
            context.Request.BodyReader.AdvanceTo(read.Buffer.Start); // left for who sends it on
            return true;
        }
        catch (OperationCanceledException)
        {
            // Who left, and a gateway that drains, are told of by what comes after.
            return context.RequestAborted.IsCancellationRequested || host.ApplicationStopping.IsCancellationRequested;
        }
    }
}
