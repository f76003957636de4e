using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Limits;
using Handhaving.Gateway.Protocols;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Handhaving.Gateway.Routes;

/// <summary>
/// How long a call lives: a unary one to its deadline, a stream until the gateway drains. What then goes wrong on the way to the service
/// leaves as a gRPC status, also when the answer has begun.
/// </summary>
public sealed class CallLifetime(RequestDelegate next, CallLimits limits, IHostApplicationLifetime host)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var caller = context.RequestAborted;
        var method = context.Features.GetRequiredFeature<GrpcCall>().Method;
        var isStream = method is { IsStream: true };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(caller, isStream ? host.ApplicationStopping : CancellationToken.None);
        if (!isStream) end.CancelAfter(CallerDeadline.Of(context.Request.Headers, limits.UnaryLimit));

        using (method is { ClientStreams: true } ? EarlyAnswer.On(context) : null)
        using (HeldReset.On(context))
        {
            context.RequestAborted = end.Token;
            var arrived = await ForwardAsync(context, end.Token);
            context.RequestAborted = caller;
            if (arrived || IsAnswered(context) || caller.IsCancellationRequested) return;
        }

        var failure = context.Features.Get<IForwarderErrorFeature>();
        await Refusal.SendAsync(context, isStream ? ForwardFailure.ReasonOfStream(failure, isDraining: host.ApplicationStopping.IsCancellationRequested) : ForwardFailure.ReasonOf(failure));
    }

    // A service may end a stream while its caller still sends: the upload broke, and the answer is whole. A second status on top would spoil it.
    private static bool IsAnswered(HttpContext context) =>
        context.Response.Headers.ContainsKey("grpc-status") || context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers.ContainsKey("grpc-status") is true;

    private async Task<bool> ForwardAsync(HttpContext context, CancellationToken end)
    {
        try
        {
            await next(context);
            return context.Features.Get<IForwarderErrorFeature>() is null;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return false; // still waiting for the first bytes of the request
        }
    }
}
