using System.Collections.Concurrent;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>On how many screens each incident was shown; a screen may show it before its reporter has the answer.</summary>
internal sealed class Arrivals(int screens)
{
    private readonly ConcurrentDictionary<string, Arrival> arrivals = new();

    public void Show(BoardDelta delta)
    {
        if (delta.Item?.Incident is { Name: { Length: > 0 } name }) arrivals.GetOrAdd(name, _ => new(screens)).Add();
    }

    /// <summary>Returns when the last screen shows it.</summary>
    public Task OfAsync(string name, CancellationToken cancellation) => arrivals.GetOrAdd(name, _ => new(screens)).Everywhere.WaitAsync(cancellation);

    public void Forget() => arrivals.Clear();

    private sealed class Arrival(int screens)
    {
        private readonly TaskCompletionSource everywhere = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = screens;

        public Task Everywhere => everywhere.Task;

        public void Add()
        {
            if (Interlocked.Decrement(ref left) == 0) everywhere.SetResult();
        }
    }
}
