using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;

namespace Handhaving.Faults.Tests.Kills;

/// <summary>kill -9 of what accepts, while it accepts: nothing answered OK is lost or doubled, and the way in is open again by itself (R1, R3).</summary>
public sealed class ReplicaKillTests(FaultPlatform platform)
{
    [Theory]
    [InlineData("dispatch", 5)]
    [InlineData("gateway", 15)]
    public async Task Kill_9_loses_nothing_doubles_nothing_and_the_platform_accepts_again(string resource, int longestGapSeconds)
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        for (var round = 0; round < Length.Rounds; round++)
        {
            await evening.AcceptsAsync(Length.Acts);
            var restarts = platform.Application.Restarts(resource);
            platform.Application.KillReplica(resource, 0);
            await platform.Application.RestartedAsync(resource, restarts + 1, TestContext.Current.CancellationToken);
        }
        await evening.AcceptsAsync(Length.Acts);

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(evening.Pulse.LongestGap() < TimeSpan.FromSeconds(longestGapSeconds), $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }

    [Fact]
    public async Task Kill_9_of_the_database_is_over_in_fifteen_seconds_without_a_human()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        for (var round = 0; round < Length.Rounds; round++)
        {
            await evening.AcceptsAsync(Length.Acts);
            var restarts = platform.Application.Restarts("postgres");
            platform.Application.KillServer("postgres");
            await platform.Application.RestartedAsync("postgres", restarts + 1, TestContext.Current.CancellationToken);
        }
        await evening.AcceptsAsync(Length.Acts);

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(evening.Pulse.LongestGap() < TimeSpan.FromSeconds(15), $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }
}
