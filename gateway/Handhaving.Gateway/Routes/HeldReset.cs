using Microsoft.AspNetCore.Http.Features;

namespace Handhaving.Gateway.Routes;

/// <summary>
/// Keeps the forwarder from resetting the caller's stream when a destination fails after the answer began (it aborts where there is no reset,
/// so HTTP/1.1 gets one as well): a reset has no words, and the call must still end with a status.
/// </summary>
public sealed class HeldReset : IHttpResetFeature, IDisposable
{
    private readonly HttpContext context;
    private readonly IHttpResetFeature? real;

    private HeldReset(HttpContext context)
    {
        this.context = context;
        real = context.Features.Get<IHttpResetFeature>();
        context.Features.Set<IHttpResetFeature>(this);
    }

    public static HeldReset On(HttpContext context) => new(context);

    public void Reset(int errorCode)
    {
        // Held: who put it here ends the call.
    }

    public void Dispose() => context.Features.Set(real);
}
