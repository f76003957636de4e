using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Simulator.Ledger;
using StackExchange.Redis;

namespace Handhaving.Faults.Tests.Kills;

/// <summary>Redis is emptied or dies: accepting, assigning and showing never stop, screens say so, and no position looks newer than it is (R5, R8).</summary>
public sealed class CacheTests(FaultPlatform platform)
{
    private static readonly TimeSpan NeverStops = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestUntilTold = Length.LongestUntilTold;

    [Fact]
    public async Task Emptied_under_load_it_stops_nobody_and_positions_are_shared_again()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        for (var round = 0; round < Length.Rounds; round++)
        {
            await evening.AcceptsAsync(Length.Acts);
            await EmptyAsync();
            await evening.AcceptsAsync(Length.Acts);
        }
        await IsSharedAsync(Post.All[0], longitude: 5.81);

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(evening.Pulse.LongestGap() < NeverStops, $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }

    [Fact]
    public async Task Emptied_before_a_replica_begins_anew_it_shows_each_position_with_its_own_time_or_none()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        var post = Post.All[0];
        var before = await IsSharedAsync(post, longitude: 5.813);
        await EmptyAsync();
        var restarts = platform.Application.Restarts("dispatch");

        platform.Application.KillReplica("dispatch", 1);
        await platform.Application.RestartedAsync("dispatch", restarts + 1, TestContext.Current.CancellationToken);

        Assert.Contains(await SeenAsync(1, post), new (Timestamp?, double?)[] { (null, null), (before, 5.813) });
        Assert.Equal((before, 5.813), await SeenAsync(0, post));
        await IsSharedAsync(post, longitude: 5.814);
        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
    }

    [Fact]
    public async Task Away_it_stops_nobody_screens_say_so_and_an_old_position_keeps_its_time()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        var post = Post.All[0];
        var before = await IsSharedAsync(post, longitude: 5.811);
        Timestamp latest;
        await using (await platform.Application.TakeAwayAsync("cache", TestContext.Current.CancellationToken))
        {
            await evening.AcceptsSinceAsync(DateTimeOffset.UtcNow + Length.Absence);
            await Eventually.HoldsAsync(LongestUntilTold, () => evening.Screens.All(screen => screen.Degraded.Contains(DegradedPart.LiveState)), "a screen is not told that positions may be old");
            latest = await ReportAsync(0, post, longitude: 5.812);
            Assert.Equal((latest, 5.812), await SeenAsync(0, post));
            Assert.Equal((before, 5.811), await SeenAsync(1, post)); // the old position, with the old time
        }
        await Eventually.HoldsAsync(LongestUntilTold, () => evening.Screens.All(screen => screen.Degraded.Count == 0), "a screen is still told that something does not work");
        await Eventually.HoldsAsync(LongestUntilTold, async () => await SeenAsync(1, post) == (latest, 5.812) ? "" : "the other replica did not learn the position taken meanwhile");

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(evening.Pulse.LongestGap() < NeverStops, $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }

    private async Task EmptyAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(platform.Application.ConnectionString("cache") + ",allowAdmin=true");
        await redis.GetServers()[0].FlushAllDatabasesAsync();
    }

    private async Task<Timestamp> IsSharedAsync(Post post, double longitude)
    {
        var time = await ReportAsync(0, post, longitude);
        await Eventually.HoldsAsync(LongestUntilTold, async () => await SeenAsync(1, post) == (time, longitude) ? "" : "the other replica did not learn the position");
        return time;
    }

    private async Task<Timestamp> ReportAsync(int replica, Post post, double longitude)
    {
        var dispatch = platform.ConnectToReplica(replica, new LedgerBook());
        var time = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var request = new ReportPositionsRequest { Parent = $"municipalities/{post.Municipality}", Fixes = { new UnitFix { Unit = post.Unit, Fix = new() { Position = new() { Latitude = 50.94, Longitude = longitude }, FixTime = time } } } };
        var answer = await dispatch.Caller.AskAsync("ReportPositions", options => dispatch.Units.ReportPositionsAsync(request, options), TestContext.Current.CancellationToken);
        Assert.Equal(1, answer.AcceptedCount);
        return time;
    }

    private async Task<(Timestamp?, double?)> SeenAsync(int replica, Post post)
    {
        var unit = await platform.ConnectToReplica(replica, new LedgerBook()).GetUnitAsync(post.Unit, TestContext.Current.CancellationToken);
        return (unit.LastFix?.FixTime, unit.LastFix?.Position.Longitude);
    }
}
