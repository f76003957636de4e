using System.Threading.RateLimiting;
using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Identity;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Limits;

/// <summary>A token bucket for each identity, or for the address of who has none. A stream costs one, when it opens.</summary>
public sealed class CallRates(RequestDelegate next, RateLimits limits) : IAsyncDisposable
{
    private static readonly TimeSpan Refill = TimeSpan.FromMilliseconds(100);

    private readonly PartitionedRateLimiter<HttpContext> buckets = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetTokenBucketLimiter(CallerIdentity.Of(context), _ => BucketOf(limits.For(CallerIdentity.RolesOf(context)))));

    public async Task InvokeAsync(HttpContext context)
    {
        if (limits.IsExempt(context.Request.Path.Value ?? ""))
        {
            await next(context);
            return;
        }
        using var permit = buckets.AttemptAcquire(context);
        if (permit.IsAcquired) await next(context);
        else await Refusal.SendAsync(context, new RuleBroken(Reasons.RateLimited) { RetryAfter = WaitOf(permit) });
    }

    public ValueTask DisposeAsync() => buckets.DisposeAsync();

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
