using CsCheck;
using Handhaving.Dispatch.Board;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>Whatever order transactions begin, commit and fail in, and wherever streams and replicas break: a screen is told each change once, in order.</summary>
public sealed class FeedModelTests
{
    private static readonly Gen<(int Act, int Pick)[]> Acts = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 20]).Array[0, 120];

    [Fact]
    public Task No_order_of_commits_drops_and_deaths_loses_or_repeats_a_change() => Acts.SampleAsync(async acts =>
    {
        var feed = new FeedModel();
        ModelReplica[] replicas = [new(feed), new(feed)];
        List<ModelScreen> screens = [];
        foreach (var (act, pick) in acts) await DoAsync(feed, replicas, screens, act, pick);

        while (feed.Snapshot.Split(':')[2].Length > 0) feed.End(0, commits: true);
        foreach (var replica in replicas) replica.Step();
        foreach (var screen in screens) await screen.FollowAsync(replicas[0]);

        var all = feed.Between(default, new(ulong.MaxValue, long.MaxValue, "")).ToList();
        Assert.All(screens, screen => Assert.Equal(all.Where(screen.IsNews).Select(row => row.Subject), screen.Told));
    }, iter: 3000);

    [Fact]
    public void A_queue_that_overflowed_gives_nothing_more()
    {
        using var queue = new BoardQueue(longest: 1);
        var row = new FeedRow(1, 1, FeedModel.Shown, "", (short)BoardKind.Canary, [], Given.Now);

        queue.Add(row);
        queue.Add(row);
        queue.Add(row);

        Assert.Equal(Reasons.Resync, Assert.Throws<RuleBroken>(() => queue.TakeRows().ToList()).Rule);
    }

    [Fact]
    public void Who_fills_a_queue_a_moment_after_its_end_takes_no_harm()
    {
        var queue = new BoardQueue(longest: 1);

        queue.Dispose();
        queue.Add(new(1, 1, FeedModel.Shown, "", (short)BoardKind.Canary, [], Given.Now));
        queue.Wake();

        Assert.Single(queue.TakeRows());
    }

    private static async Task DoAsync(FeedModel feed, ModelReplica[] replicas, List<ModelScreen> screens, int act, int pick)
    {
        var replica = replicas[pick % replicas.Length];
        var screen = screens.Count > 0 ? screens[pick % screens.Count] : null;
        switch (act)
        {
            case 0 or 1: feed.Begin(); break;
            case 2 or 3 or 4: feed.Write(pick, hidden: pick % 5 == 0); break;
            case 5 or 6: feed.End(pick, commits: pick % 7 != 0); break;
            case 7: replica.Step(); break;
            case 8 when screens.Count < 3: screens.Add(new(feed)); break;
            case 9: screen?.Drop(); break;
            case 10: await (screen?.FollowAsync(replica) ?? Task.CompletedTask); break;
            case 11 when pick % 4 == 0: replica.Die(); break;
            default: break; // enough screens, or a replica that lives on
        }
    }
}
