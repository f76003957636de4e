using System.Threading.RateLimiting;
using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Identity;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Lifetime;

namespace Handhaving.Gateway.Limits;

/// <summary>Bounds the streams that an identity, or the network of who has none, holds open; each has its place until it ends, however it ends.</summary>
public sealed class OpenStreams(RequestDelegate next, StreamLimits limits, LastStreams last) : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly PartitionedRateLimiter<HttpContext> places = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetConcurrencyLimiter(CallerIdentity.Of(context), _ => new() { PermitLimit = limits.For(CallerIdentity.RolesOf(context)), QueueLimit = 0 }));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!LongCall.Is(context))
        {
            await next(context);
            return;
        }
        using var place = places.AttemptAcquire(context);
        if (place.IsAcquired) await CountAsync(context);
        else await Refusal.SendAsync(context, new RuleBroken(GatewayReasons.TooManyStreams) { RetryAfter = RetryAfter });
    }

    public ValueTask DisposeAsync() => places.DisposeAsync();

    private async Task CountAsync(HttpContext context)
    {
        var method = new KeyValuePair<string, object?>("method", context.Request.Path.Value);
        GatewayMeters.OpenStreams.Add(1, method);
        last.Opened();
        try
        {
            await next(context);
        }
        finally
        {
            last.Ended();
            GatewayMeters.OpenStreams.Add(-1, method);
        }
    }
}
