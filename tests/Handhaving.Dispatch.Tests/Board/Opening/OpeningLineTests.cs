using Handhaving.Dispatch.Board.Opening;

namespace Handhaving.Dispatch.Tests.Board.Opening;

/// <summary>A few screens at a time are brought up to date; the others wait in order.</summary>
public sealed class OpeningLineTests : IDisposable
{
    private readonly OpeningLine line = new(atOnce: 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_when_all_places_are_taken_waits_and_comes_in_order()
    {
        var (one, _) = (await line.EnterAsync(Cancellation), await line.EnterAsync(Cancellation));
        var (third, fourth) = (line.EnterAsync(Cancellation), line.EnterAsync(Cancellation));

        Assert.Equal((2, false, false), (line.Waiting, third.IsCompleted, fourth.IsCompleted));
        one.Dispose();
        (await third).Dispose();
        await fourth;

        Assert.Equal(0, line.Waiting);
    }

    [Fact]
    public async Task Who_leaves_the_line_is_waited_for_by_nobody()
    {
        using var leaves = new CancellationTokenSource();
        var (one, _) = (await line.EnterAsync(Cancellation), await line.EnterAsync(Cancellation));
        var (third, fourth) = (line.EnterAsync(leaves.Token), line.EnterAsync(Cancellation));

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(1, line.Waiting);
        one.Dispose();

        (await fourth).Dispose();
        Assert.Equal(0, line.Waiting);
    }

    [Fact]
    public async Task A_reader_that_does_not_take_what_it_is_sent_gives_its_place_away_and_waits_for_one_again()
    {
        var message = new TaskCompletionSource();
        var (slow, busy) = (await line.EnterAsync(Cancellation), await line.EnterAsync(Cancellation));

        var seeing = slow.SeeAsync(message.Task, Cancellation);
        var next = await line.EnterAsync(Cancellation);
        message.SetResult();
        await SpinUntilAsync(() => line.Waiting == 1);
        Assert.False(seeing.IsCompleted);
        next.Dispose();
        await seeing;

        Assert.Equal(0, line.Waiting);
        slow.Dispose();
        busy.Dispose();
    }

    [Fact]
    public async Task A_message_that_was_taken_at_once_costs_no_place()
    {
        var one = await line.EnterAsync(Cancellation);
        await line.EnterAsync(Cancellation);
        var waits = line.EnterAsync(Cancellation);

        await one.SeeAsync(Task.CompletedTask, Cancellation);

        Assert.False(waits.IsCompleted);
        one.Dispose();
        await waits;
    }

    [Fact]
    public async Task A_reader_that_is_lost_gives_its_place_back_once()
    {
        var message = new TaskCompletionSource();
        var lost = await line.EnterAsync(Cancellation);
        var seeing = lost.SeeAsync(message.Task, Cancellation);

        message.SetException(new IOException());
        await Assert.ThrowsAsync<IOException>(() => seeing);
        lost.Dispose();

        await line.EnterAsync(Cancellation);
        await line.EnterAsync(Cancellation);
        Assert.False(line.EnterAsync(Cancellation).IsCompleted); // two places, as before
    }

    public void Dispose() => line.Dispose();

    private static async Task SpinUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
