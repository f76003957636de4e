using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Planning;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Faults.Tests.Screens;
using Handhaving.Simulator.Ledger;

namespace Handhaving.Faults.Tests.Upgrade;

/// <summary>A rolling upgrade under load: the last release works beside this one on this one's database, broker and cache, and leaves.</summary>
public sealed class UpgradeTests(FaultPlatform platform)
{
    private static readonly string[] Teams = ["westelijke-mijnstreek", "brunssum-landgraaf"];

    [Fact]
    public async Task The_last_release_and_this_one_serve_side_by_side_and_nothing_is_lost_or_doubled_when_the_old_one_leaves()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var former = await platform.LastRelease;
        Assert.SkipWhen(former is null, "The history of this checkout does not reach back to the last release.");
        var posts = Post.Firsts;
        // Two screens and two desks past the gateway: from this release to the last one and back.
        var screens = await Screen.OpenAsync([.. Teams.Select(team => new Screen(platform.ConnectToReplica(1, new LedgerBook()), team))]);
        await using var evening = await Evening.BeginAsync(platform, [.. posts.Skip(2)], mayStartAnew: true);
        await evening.AcceptsAsync(Length.Acts);
        var restarts = platform.Application.Restarts("dispatch");
        Pulse atFormer;
        await using (var old = await platform.Application.StandInAsync("dispatch", former["dispatch"], cancellation))
        {
            atFormer = evening.Join(posts[0], platform.ConnectToReplica(1, evening.Ledger));
            await evening.AcceptedAsync(atFormer, Length.Acts / 4);
            await evening.AcceptsAsync(Length.Acts);
            Assert.True(old.IsRunning, old.LastLines);
            evening.Join(posts[1], platform.ConnectToReplica(1, evening.Ledger));
        }
        await platform.Application.RestartedAsync("dispatch", restarts + 1, cancellation);
        await evening.AcceptedAsync(atFormer, atFormer.Count + Length.Acts / 4);
        await evening.AcceptsAsync(Length.Acts);

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        var wrong = await (await evening.TruthAsync()).WrongBetweenSnapshotsAsync(screens);
        Assert.True(wrong is [], string.Join('\n', wrong));
        Assert.All(screens, screen => Assert.True(screen.Drops >= 2, "A screen was not handed from one release to the other."));
        await Task.WhenAll(screens.Select(screen => screen.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task The_last_release_of_capacity_and_this_one_promise_side_by_side_and_no_promise_is_lost_or_doubled()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var former = await platform.LastRelease;
        Assert.SkipWhen(former is null, "The history of this checkout does not reach back to the last release.");
        await using var planning = await PlanningRound.BeginAsync(platform);
        var restarts = platform.Application.Restarts("capacity");
        await using (var old = await platform.Application.StandInAsync("capacity", former["capacity"], cancellation))
        {
            await planning.AcceptsAsync(2 * Length.Acts);
            Assert.True(old.IsRunning, old.LastLines);
        }
        await platform.Application.RestartedAsync("capacity", restarts + 1, cancellation);
        await planning.AcceptsAsync(Length.Acts);

        Assert.True(await planning.CloseAsync() is [], planning.Wrong);
    }
}
