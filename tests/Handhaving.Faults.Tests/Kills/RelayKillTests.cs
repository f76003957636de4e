using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;

namespace Handhaving.Faults.Tests.Kills;

/// <summary>kill -9 of a replica whose relay holds facts that it claimed: the other relay sends them when the lease ends, in order, and their effect is there once (R1).</summary>
public sealed class RelayKillTests(FaultPlatform platform)
{
    private const string Claimed = "select count(*) from outbox where sent_at is null and lease_until >= now()";
    private const string ClaimedAgain = "select count(*) from outbox where id >= $1 and lease_number > 1 and sent_at is not null";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Kill_9_of_the_replica_whose_relay_is_at_work_loses_no_fact_and_doubles_none()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        for (var round = 0; round < Length.Rounds; round++)
        {
            // A broker that stands still keeps both relays at work on what they claimed, until they hold the line for dead.
            await using (platform.Application.Pause("messaging"))
            {
                await evening.AcceptsAsync(Length.Acts / Length.Rounds);
                await Eventually.HoldsAsync(Patience, async () => await platform.Database.CountAsync(Claimed) > 0 ? "" : "no relay claimed anything");
                // Whose claim it was nobody knows: each dies, one after the other.
                foreach (var replica in new[] { 1, 0 })
                {
                    var restarts = platform.Application.Restarts("dispatch");
                    platform.Application.KillReplica("dispatch", replica);
                    await platform.Application.RestartedAsync("dispatch", restarts + 1, TestContext.Current.CancellationToken);
                }
            }
            await evening.AcceptsAsync(Length.Acts);
        }

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(await platform.Database.CountAsync(ClaimedAgain, evening.FirstFact) > 0, "No fact was claimed by a relay and then by another.");
    }
}
