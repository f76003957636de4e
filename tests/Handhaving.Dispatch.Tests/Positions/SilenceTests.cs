using System.Threading.Channels;
using Handhaving.Dispatch.Positions;
using Microsoft.Extensions.Time.Testing;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>A silent stream is told that it lives, and ends when its source does.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);
    private readonly FakeTimeProvider clock = new(Given.Now);
    private readonly Channel<string> source = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Each_interval_without_anything_is_told_and_what_comes_starts_it_anew()
    {
        await using var told = Told();

        Assert.Null(await AfterAsync(told, Interval));
        Assert.Null(await AfterAsync(told, Interval));
        var next = told.MoveNextAsync().AsTask();
        clock.Advance(Interval - TimeSpan.FromSeconds(1));
        Assert.False(next.IsCompleted);
        source.Writer.TryWrite("one");
        Assert.True(await next);
        Assert.Equal("one", told.Current);
        next = told.MoveNextAsync().AsTask();
        clock.Advance(Interval - TimeSpan.FromSeconds(1));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await next);
        Assert.Null(told.Current);
    }

    [Fact]
    public async Task It_ends_with_its_source_and_by_its_token()
    {
        await using (var told = Told())
        {
            source.Writer.TryWrite("one");
            Assert.True(await told.MoveNextAsync());
            source.Writer.Complete();
            Assert.False(await told.MoveNextAsync());
        }

        await using var cut = Silence.Tell(Channel.CreateUnbounded<string>().Reader.ReadAllAsync(end.Token), Interval, clock, end.Token).GetAsyncEnumerator(end.Token);
        var next = cut.MoveNextAsync().AsTask();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Who_stops_reading_while_nothing_comes_leaves_nothing_behind()
    {
        var told = Told();
        Assert.Null(await AfterAsync(told, Interval));

        await told.DisposeAsync();

        Assert.False(end.IsCancellationRequested);
    }

    private IAsyncEnumerator<string?> Told() => Silence.Tell(source.Reader.ReadAllAsync(end.Token), Interval, clock, end.Token).GetAsyncEnumerator(end.Token);

    private async Task<string?> AfterAsync(IAsyncEnumerator<string?> told, TimeSpan passed)
    {
        var next = told.MoveNextAsync().AsTask();
        clock.Advance(passed);
        Assert.True(await next);
        return told.Current;
    }
}
