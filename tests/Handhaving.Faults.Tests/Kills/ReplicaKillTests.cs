using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;

namespace Handhaving.Faults.Tests.Kills;

/// <summary>kill -9 of what accepts, while it accepts: nothing answered OK is lost or doubled, and the way in is open again by itself (R1, R3).</summary>
public sealed class ReplicaKillTests(FaultPlatform platform)
{
    [Theory]
    [InlineData("dispatch")]
    [InlineData("gateway")]
    public Task Kill_9_loses_nothing_doubles_nothing_and_the_platform_accepts_again(string resource) =>
        AcceptsAgainAsync(resource, () => platform.Application.KillReplica(resource, 0), Length.LongestServiceGap);

    [Fact]
    public Task Kill_9_of_the_database_is_over_without_a_human() =>
        AcceptsAgainAsync("postgres", () => platform.Application.KillServer("postgres"), Length.LongestDatabaseGap);

    private async Task AcceptsAgainAsync(string resource, Action kill, TimeSpan longestGap)
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        for (var round = 0; round < Length.Rounds; round++)
        {
            await evening.AcceptsSinceAsync(DateTimeOffset.UtcNow + Length.Between);
            await evening.AcceptsAsync(Length.Acts);
            var restarts = platform.Application.Restarts(resource);
            kill();
            await platform.Application.RestartedAsync(resource, restarts + 1, TestContext.Current.CancellationToken);
        }
        await evening.AcceptsAsync(Length.Acts);

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(evening.Pulse.LongestGap() < longestGap, $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }
}
