using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Health;

namespace Handhaving.Dispatch.Board;

/// <summary>All that a screen hears of while it is open: changes, positions, and what of the platform does not work.</summary>
public sealed class BoardSources(FeedReader feed, UnitPositions positions, DegradationAlarm alarm, BoardLimits limits)
{
    /// <summary>Where units are, and which of it is stale.</summary>
    public UnitPositions Positions => positions;

    /// <summary>What does not work now.</summary>
    public IReadOnlyList<Degradation> Degradations => alarm.Current;

    public BoardLimits Limits => limits;

    /// <summary>Fills a screen's queue until disposed.</summary>
    internal async Task<Subscription> EnterAsync(CancellationToken cancellation)
    {
        var queue = new BoardQueue(limits.LongestQueue);
        var subscription = new Subscription(this, queue, await feed.EnterAsync(queue.Add, cancellation));
        positions.Moved += queue.Move;
        positions.TurnedStale += queue.Move;
        alarm.Changed += queue.Wake;
        DispatchMeters.Screens.Add(1);
        return subscription;
    }

    private void Leave(BoardQueue queue)
    {
        DispatchMeters.Screens.Add(-1);
        alarm.Changed -= queue.Wake;
        positions.Moved -= queue.Move;
        positions.TurnedStale -= queue.Move;
        feed.Leave(queue.Add);
        queue.Dispose();
    }

    /// <param name="From">Place in the feed after which the queue gets every row.</param>
    internal sealed record Subscription(BoardSources Sources, BoardQueue Queue, FeedCursor From) : IDisposable
    {
        public void Dispose() => Sources.Leave(Queue);
    }
}
