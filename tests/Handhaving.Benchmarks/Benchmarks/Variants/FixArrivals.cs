using System.Collections.Concurrent;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>How far a board is with the positions of each unit.</summary>
internal sealed class FixArrivals
{
    private readonly ConcurrentDictionary<string, Unit> units = new();

    public void Show(BoardDelta delta)
    {
        if (delta.Item?.Unit is { LastFix: { } fix } unit) units.GetOrAdd(unit.Name, _ => new()).Show(fix.FixTime.ToDateTimeOffset());
    }

    /// <summary>Returns when the board shows the unit where it was then, or later.</summary>
    public Task OfAsync(string unit, DateTimeOffset at, CancellationToken cancellation) => units.GetOrAdd(unit, _ => new()).WaitAsync(at).WaitAsync(cancellation);

    private sealed class Unit
    {
        private readonly Lock gate = new();
        private readonly List<(DateTimeOffset At, TaskCompletionSource Shown)> waiting = [];
        private DateTimeOffset shown;

        public void Show(DateTimeOffset at)
        {
            lock (gate)
            {
                if (at > shown) shown = at;
                foreach (var waiter in waiting.Where(waiter => waiter.At <= shown)) waiter.Shown.SetResult();
                waiting.RemoveAll(waiter => waiter.At <= shown);
            }
        }

        public Task WaitAsync(DateTimeOffset at)
        {
            lock (gate)
            {
                if (at <= shown) return Task.CompletedTask;
                var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Add((at, waiter));
                return waiter.Task;
            }
        }
    }
}
