using Handhaving.Dispatch.Board;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>A replica's reader of the feed: hands each row that is whole to all its queues.</summary>
internal sealed class ModelReplica(FeedModel feed)
{
    private readonly List<BoardQueue> queues = [];

    public FeedCursor Position { get; private set; } = new(feed.Xmin, 0, "");

    /// <summary>Counts deaths; a screen that knows another number has lost its stream.</summary>
    public int Life { get; private set; }

    public void Step()
    {
        foreach (var row in feed.Whole(Position))
        {
            Position = Position.After(row.Xid, row.Id);
            queues.ForEach(queue => queue.Add(row));
        }
    }

    public void Die()
    {
        queues.Clear();
        Position = new(feed.Xmin, 0, "");
        Life++;
    }

    public void Enter(BoardQueue queue) => queues.Add(queue);
}
