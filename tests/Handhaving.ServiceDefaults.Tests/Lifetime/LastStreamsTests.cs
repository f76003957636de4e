using Handhaving.ServiceDefaults.Lifetime;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Lifetime;

/// <summary>Connections are closed when the clients of the last streams had a moment to read why those ended.</summary>
public sealed class LastStreamsTests
{
    private static readonly LastStreamLimits Limits = new();
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Where_no_stream_was_open_nobody_waits() => Assert.True(Stopping(new(Limits, clock)).IsCompleted);

    [Fact]
    public void Where_the_last_stream_ended_long_ago_nobody_waits()
    {
        var last = new LastStreams(Limits, clock);
        last.Opened();
        last.Ended();
        clock.Advance(Limits.Status);

        Assert.True(Stopping(last).IsCompleted);
    }

    [Fact]
    public async Task Who_was_told_just_before_the_stop_has_the_same_moment_to_read_it()
    {
        var last = new LastStreams(Limits, clock);
        last.Opened();
        last.Ended();

        var stopping = Stopping(last);

        Assert.False(stopping.IsCompleted);
        clock.Advance(Limits.Status);
        await stopping;
    }

    [Fact]
    public async Task A_stream_that_does_not_end_is_waited_for_so_long_and_no_longer()
    {
        var last = new LastStreams(Limits, clock);
        last.Opened();

        var stopping = Stopping(last);

        Assert.False(stopping.IsCompleted);
        clock.Advance(Limits.End);
        await stopping;
    }

    private static Task Stopping(LastStreams last) => last.StoppingAsync(TestContext.Current.CancellationToken);
}
