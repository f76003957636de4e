using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>A screen on the service's own queue, cursor and stream: opened by a snapshot, dropped at any message, resumed by its last token anywhere.</summary>
internal sealed class ModelScreen(FeedModel feed)
{
    private const int LongestQueue = 6;
    private static readonly BoardReach Reach = new(new("westelijke-mijnstreek"), new HashSet<TenantId> { FeedModel.Shown }, seesRestricted: false);
    private readonly IReadOnlySet<string> snapshot = feed.Visible;
    private readonly List<string> told = [];
    private string token = Reach.TokenAt(FeedCursor.At(feed.Snapshot));
    private Stream? stream;

    public IReadOnlyList<string> Told => told;

    /// <summary>Whether a row is news to this screen.</summary>
    public bool IsNews(FeedRow row) => row.Tenant == FeedModel.Shown && !snapshot.Contains(row.Subject);

    public void Drop() => stream = null;

    public async Task ResumeAsync(ModelReplica replica)
    {
        var queue = new BoardQueue(LongestQueue) { Reach = Reach };
        replica.Enter(queue);
        stream = new(replica, replica.Life, queue, new BoardStream(Take, new BoardLimits(), TimeSpan.FromMinutes(30), TimeProvider.System)) { Cursor = Reach.CursorOf(token) ?? throw new InvalidOperationException("The token cannot be read.") };
        await DeliverAsync(stream, feed.Between(stream.Cursor, replica.Position));
    }

    /// <summary>Shows what waits; a stream whose replica died, or that fell behind, is resumed there.</summary>
    public async Task FollowAsync(ModelReplica replica)
    {
        if (stream is null || stream.Replica.Life != stream.Life) await ResumeAsync(replica);
        try
        {
            if (stream is not null) await DeliverAsync(stream, stream.Queue.TakeRows());
        }
        catch (RuleBroken resync) when (resync.Rule == Reasons.Resync)
        {
            await ResumeAsync(replica);
        }
    }

    private static async Task DeliverAsync(Stream stream, IEnumerable<FeedRow> rows)
    {
        foreach (var row in rows) stream.Cursor = await stream.Writer.DeliverAsync(stream.Cursor, row, stream.Queue.Reach, CancellationToken.None);
    }

    private Task Take(V1.WatchBoardResponse message, CancellationToken cancellation)
    {
        told.Add(message.Delta switch
        {
            { Removed: { Length: > 0 } gone } => gone,
            { Item.Incident: { } incident } => incident.Name,
            { Item.Unit: { } unit } => unit.Name,
            var delta => delta.Item.Loan.Name,
        });
        token = message.ResumeToken;
        return Task.CompletedTask;
    }

    private sealed record Stream(ModelReplica Replica, int Life, BoardQueue Queue, BoardStream Writer)
    {
        public FeedCursor Cursor { get; set; }
    }
}
