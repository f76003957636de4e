using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;

namespace Handhaving.Faults.Tests.Kills;

/// <summary>A replica that stands still is alive for who looks at processes: the gateway turns away from it, and what it wakes up to do harms nothing (R1, R3).</summary>
public sealed class StandstillTests(FaultPlatform platform)
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_replica_that_stands_still_is_left_out_and_does_no_harm_when_it_wakes()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        for (var round = 0; round < Length.Rounds; round++)
        {
            await using (platform.Application.Pause("dispatch", round % 2))
            {
                // Longer than a lease of the relay and than a transaction may stand open.
                await evening.AcceptsSinceAsync(DateTimeOffset.UtcNow + TimeSpan.FromSeconds(12));
                await evening.AcceptsAsync(Length.Acts);
            }
            await evening.AcceptsAsync(Length.Acts);
        }

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(evening.Pulse.LongestGap() < LongestGap, $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }
}
