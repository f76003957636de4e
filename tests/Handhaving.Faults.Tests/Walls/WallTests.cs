using Handhaving.Faults.Tests.Books;
using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Faults.Tests.Screens;

namespace Handhaving.Faults.Tests.Walls;

/// <summary>Two hundred screens over two replicas, through deaths and drains: each change once, in order, without a fresh start (R15).</summary>
public sealed class WallTests(FaultPlatform platform)
{
    private static readonly string[] Teams = ["westelijke-mijnstreek", "brunssum-landgraaf"];

    [Fact]
    public async Task Two_hundred_screens_miss_nothing_and_see_nothing_twice_through_kills_and_drains()
    {
        var screens = await Screen.OpenAsync(platform, [.. Enumerable.Range(0, Length.Watchers).Select(number => Teams[number % Teams.Length])]);
        await using var evening = await Evening.BeginAsync(platform, Post.Firsts);
        for (var round = 0; round < Length.Rounds; round++)
        {
            await FallsAsync(evening, () => platform.Application.KillReplica("dispatch", 0));
            await FallsAsync(evening, () => platform.Application.TerminateReplica("dispatch", 1));
        }
        await evening.AcceptsAsync(Length.Acts / 2);

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.Empty(await (await evening.TruthAsync()).WrongAsync(screens));
        Assert.True(screens.Sum(screen => screen.Drops) >= Length.Watchers, "The screens were hardly disturbed.");
        await Task.WhenAll(screens.Select(screen => screen.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_reader_that_never_reads_is_told_to_resume_and_slows_nobody()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.Firsts);
        await evening.AcceptsAsync(Length.Acts);
        var alone = Typical(evening.Screens, 0);
        var counted = evening.Screens.Select(screen => screen.Delays.Count).ToList();
        await using var sleepers = await Sleepers.OpenAsync(platform, Teams);

        await evening.AcceptsAsync(FaultPlatform.LongestQueue * 6);

        Assert.All(await sleepers.WakeAsync(), reason => Assert.Equal("RESYNC", reason));
        var beside = evening.Screens.Zip(counted, (screen, from) => Typical([screen], from)).Max();
        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(beside < alone * 1.5 + TimeSpan.FromMilliseconds(50), $"A change took {beside} to a screen beside a reader that never reads, and {alone} without.");
    }

    private async Task FallsAsync(Evening evening, Action fall)
    {
        await evening.AcceptsAsync(Length.Acts / 2);
        var restarts = platform.Application.Restarts("dispatch");
        fall();
        await platform.Application.RestartedAsync("dispatch", restarts + 1, TestContext.Current.CancellationToken);
    }

    /// <summary>The middle of all delays from commit to screen.</summary>
    private static TimeSpan Typical(IReadOnlyList<Screen> screens, int from)
    {
        var delays = screens.SelectMany(screen => screen.Delays.Skip(from)).Order().ToList();
        return delays[delays.Count / 2];
    }
}
