using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Handhaving.Capacity.Rosters.Solving.Timing;

/// <summary>Repeats the last step when nothing is new for a while, so that nobody takes a silent search for a dead one.</summary>
public static class SolveBeats
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public static async IAsyncEnumerable<SolveStep> ReadAsync(ChannelReader<SolveStep> steps, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = SolveStep.Begun;
        var more = steps.WaitToReadAsync(cancellation).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, Task.Delay(Every, clock, cancellation)) != more)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return last;
                continue;
            }
            if (!await more) yield break;
            while (steps.TryRead(out var step)) yield return last = step;
            more = steps.WaitToReadAsync(cancellation).AsTask();
        }
    }
}
