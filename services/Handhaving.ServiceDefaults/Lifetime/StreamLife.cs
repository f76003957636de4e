using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.Extensions.Hosting;

namespace Handhaving.ServiceDefaults.Lifetime;

/// <summary>How long one stream lives: until its caller leaves, the caller's token ends, or this replica stops.</summary>
public sealed class StreamLife : IDisposable
{
    // A timer waits no longer than this (uint milliseconds); each message is judged beside it.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly Caller caller;
    private readonly CancellationToken left;
    private readonly CancellationToken stopping;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource expiry;
    private readonly CancellationTokenSource end;

    public StreamLife(Caller caller, IHostApplicationLifetime host, TimeProvider clock, CancellationToken left)
    {
        (this.caller, this.left, stopping, this.clock) = (caller, left, host.ApplicationStopping, clock);
        var rest = caller.ValidFor(clock.GetUtcNow());
        expiry = new(rest <= TimeSpan.Zero ? TimeSpan.Zero : rest < LongestTimer ? rest : Timeout.InfiniteTimeSpan, clock);
        end = CancellationTokenSource.CreateLinkedTokenSource(left, stopping, expiry.Token);
    }

    /// <summary>Cancelled when the stream is over, for whatever cause.</summary>
    public CancellationToken Ended => end.Token;

    /// <summary>What to tell a caller who is still there; null for one who left, and while the stream lives.</summary>
    public Rule? Cause =>
        left.IsCancellationRequested ? null
        : stopping.IsCancellationRequested ? Reasons.Draining
        : expiry.IsCancellationRequested || caller.ValidFor(clock.GetUtcNow()) <= TimeSpan.Zero ? Reasons.TokenExpired
        : null;

    /// <exception cref="RuleBroken">DRAINING or TOKEN_EXPIRED.</exception>
    public void Require()
    {
        if (Cause is { } cause) throw new RuleBroken(cause);
    }

    public void Dispose()
    {
        end.Dispose();
        expiry.Dispose();
    }
}
