using System.Threading.RateLimiting;
using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Identity;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.RateLimiting;

namespace Handhaving.Gateway.Limits;

/// <summary>
/// A token bucket for each identity, or for the address of who has none; another for what an address reads of the console. A stream costs one, when it opens.
/// Endpoints without rate limiting are never refused.
/// </summary>
public sealed class CallRates(RequestDelegate next, RateLimits limits) : IAsyncDisposable
{
    /// <summary>Policy of endpoints whose reading counts in the bucket of the console.</summary>
    public const string Console = "console";

    private static readonly TimeSpan Refill = TimeSpan.FromMilliseconds(100);

    private readonly PartitionedRateLimiter<HttpContext> buckets = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        ReadsConsole(context)
            ? RateLimitPartition.GetTokenBucketLimiter("console " + CallerIdentity.NetworkOf(context), _ => BucketOf(limits.Console))
            : RateLimitPartition.GetTokenBucketLimiter(CallerIdentity.Of(context), _ => BucketOf(limits.For(CallerIdentity.RolesOf(context)))));

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsExempt(context))
        {
            await next(context);
            return;
        }
        using var permit = buckets.AttemptAcquire(context);
        if (permit.IsAcquired) await next(context);
        else await Refusal.SendAsync(context, new RuleBroken(Reasons.RateLimited) { RetryAfter = WaitOf(permit) });
    }

    public ValueTask DisposeAsync() => buckets.DisposeAsync();

    private bool IsExempt(HttpContext context) =>
        limits.IsExempt(context.Request.Path.Value ?? "") || context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null;

    private static bool ReadsConsole(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is { PolicyName: Console }
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Features.Get<GrpcCall>() is null;

    private static TimeSpan WaitOf(RateLimitLease permit) => permit.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Refill;

    private static TokenBucketRateLimiterOptions BucketOf(CallRate rate) => new()
    {
        TokenLimit = rate.Burst,
        TokensPerPeriod = Math.Max(1, (int)(rate.PermitsPerSecond * Refill.TotalSeconds)),
        ReplenishmentPeriod = Refill,
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
