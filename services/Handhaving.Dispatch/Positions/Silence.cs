using System.Runtime.CompilerServices;

namespace Handhaving.Dispatch.Positions;

/// <summary>Tells of the silence of a stream, so that its reader can say that it lives.</summary>
public static class Silence
{
    /// <returns>What comes as it comes, and null each time that nothing came for so long.</returns>
    public static async IAsyncEnumerable<T?> Tell<T>(IAsyncEnumerable<T> source, TimeSpan interval, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation) where T : class
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var items = source.GetAsyncEnumerator(end.Token);
        var next = items.MoveNextAsync().AsTask();
        try
        {
            while (true)
                if (!await CameAsync(next, interval, clock)) yield return null;
                else if (!await next) yield break;
                else
                {
                    yield return items.Current;
                    next = items.MoveNextAsync().AsTask();
                }
        }
        finally
        {
            // Whoever reads may stop while the next is awaited; a source that is asked cannot be put away.
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The source ends by its own token.
    private static async Task<bool> CameAsync(Task next, TimeSpan interval, TimeProvider clock)
    {
        if (next.IsCompleted) return true;
        using var passed = new CancellationTokenSource();
        var ended = await Task.WhenAny(next, Task.Delay(interval, clock, passed.Token));
        await passed.CancelAsync();
        return ended == next;
    }
}
