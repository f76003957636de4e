using Handhaving.Gateway.Routes;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Handhaving.Gateway.Resending;

/// <summary>
/// A call that reached nobody goes to another replica. Safe for every method: no replica saw it.
/// A call that may have arrived is never repeated here; its caller decides, with the same request_id.
/// </summary>
public sealed class SecondChance(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var proxy = context.GetReverseProxyFeature();
        var left = proxy.AvailableDestinations;
        while (true)
        {
            await next(context);
            if (!ForwardFailure.NeverArrived(context.Features.Get<IForwarderErrorFeature>()) || context.RequestAborted.IsCancellationRequested) return;
            left = [.. left.Where(replica => replica != proxy.ProxiedDestination)];
            if (left.Count == 0) return;
            context.Features.Set<IForwarderErrorFeature>(null);
            WholeBody.Rewind(context);
            context.Response.StatusCode = StatusCodes.Status200OK;
            proxy.AvailableDestinations = left;
        }
    }
}
