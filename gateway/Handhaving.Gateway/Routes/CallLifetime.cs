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
        var isStream = context.Features.GetRequiredFeature<GrpcCall>().Method is { IsStream: true };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(caller, isStream ? host.ApplicationStopping : CancellationToken.None);
        if (!isStream) end.CancelAfter(GrpcTimeout.Of(context.Request.Headers, limits.UnaryLimit));

        using (HeldReset.On(context))
        {
            context.RequestAborted = end.Token;
            var arrived = await ForwardAsync(context, end.Token);
            context.RequestAborted = caller;
            if (arrived || caller.IsCancellationRequested) return;
        }

        await Refusal.SendAsync(context, ForwardFailure.ReasonOf(context.Features.Get<IForwarderErrorFeature>(), isDraining: isStream && host.ApplicationStopping.IsCancellationRequested));
    }

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
