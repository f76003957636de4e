using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Lifetime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Lifetime;

/// <summary>What ends a stream, and what its caller is told.</summary>
public sealed class StreamLifeTests : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(11); // the token's ten minutes and the skew

    private readonly FakeTimeProvider clock = new(Given.Now);
    private readonly Host host = new();
    private readonly CancellationTokenSource left = new();

    [Fact]
    public void It_ends_by_itself_when_the_token_does()
    {
        using var life = Start();
        clock.Advance(Rest - TimeSpan.FromTicks(1));
        life.Require();
        Assert.False(life.Ended.IsCancellationRequested);

        clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(life.Ended.IsCancellationRequested);
        Assert.Equal(Reasons.TokenExpired, Assert.Throws<RuleBroken>(life.Require).Rule);
    }

    [Fact]
    public void It_does_not_begin_after_the_token_ended()
    {
        clock.Advance(Rest);

        using var life = Start();

        Assert.True(life.Ended.IsCancellationRequested);
        Assert.Equal(Reasons.TokenExpired, life.Cause);
    }

    [Fact]
    public void A_token_that_lives_longer_than_any_timer_ends_it_all_the_same()
    {
        using var life = new StreamLife(Given.Caller() with { ExpiresAt = DateTimeOffset.MaxValue }, host, clock, left.Token);
        using var century = new StreamLife(Given.Caller() with { ExpiresAt = Given.Now.AddYears(100) }, host, clock, left.Token);

        clock.Advance(TimeSpan.FromDays(366 * 100));

        life.Require();
        Assert.Equal(Reasons.TokenExpired, century.Cause);
    }

    [Fact]
    public void A_replica_that_stops_sends_its_callers_elsewhere()
    {
        using var life = Start();

        host.StopApplication();

        Assert.True(life.Ended.IsCancellationRequested);
        Assert.Equal(Reasons.Draining, Assert.Throws<RuleBroken>(life.Require).Rule);
    }

    [Fact]
    public void A_caller_who_left_is_told_nothing()
    {
        using var life = Start();

        left.Cancel();
        host.StopApplication();
        clock.Advance(Rest);

        Assert.True(life.Ended.IsCancellationRequested);
        Assert.Null(life.Cause);
    }

    public void Dispose()
    {
        left.Dispose();
        host.Dispose();
    }

    private StreamLife Start() => new(Given.Caller(), host, clock, left.Token);

    private sealed class Host : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => stopping.Cancel();

        public void Dispose() => stopping.Dispose();
    }
}
