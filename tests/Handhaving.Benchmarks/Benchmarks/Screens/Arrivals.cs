using System.Collections.Concurrent;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Screens;

/// <summary>On how many screens each incident was shown, and how often on one; a screen may show it before its reporter has the answer.</summary>
internal sealed class Arrivals(int screens)
{
    private readonly ConcurrentDictionary<string, Arrival> arrivals = new();
    private long repeated;

    /// <summary>What one screen calls with each of its changes.</summary>
    public Action<BoardDelta> On(int screen) => delta =>
    {
        if (delta.Item?.Incident is { Name: { Length: > 0 } name } && !arrivals.GetOrAdd(name, _ => new(screens)).Add(screen)) Interlocked.Increment(ref repeated);
    };

    /// <summary>Returns when the last screen shows it.</summary>
    public Task OfAsync(string name, CancellationToken cancellation) => arrivals.GetOrAdd(name, _ => new(screens)).Everywhere.WaitAsync(cancellation);

    /// <summary>Forgets the incidents so far; throws when a screen was told of one twice.</summary>
    public void RequireOnce()
    {
        if (Interlocked.Read(ref repeated) is var twice and > 0) throw new InvalidOperationException($"{twice} times a screen was told again of an incident that it shows.");
        arrivals.Clear();
    }

    private sealed class Arrival(int screens)
    {
        private readonly TaskCompletionSource everywhere = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly int[] times = new int[screens];
        private int left = screens;

        public Task Everywhere => everywhere.Task;

        /// <returns>False when the screen shows it already.</returns>
        public bool Add(int screen)
        {
            if (Interlocked.Increment(ref times[screen]) > 1) return false;
            if (Interlocked.Decrement(ref left) == 0) everywhere.SetResult();
            return true;
        }
    }
}
