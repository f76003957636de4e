using Handhaving.Faults.Tests.Platform;

namespace Handhaving.Faults.Tests.Planning;

/// <summary>What capacity promised stands, whatever dies: nothing answered OK is lost or doubled, and no block promises more than it has (R1, R3, R7).</summary>
public sealed class PlanningTests(FaultPlatform platform)
{
    [Fact]
    public async Task Kill_9_of_capacity_of_the_database_and_of_the_broker_loses_no_promise_and_doubles_none()
    {
        await using var planning = await PlanningRound.BeginAsync(platform);
        await AcceptsAgainAsync(planning, "capacity", () => platform.Application.KillReplica("capacity", 0), Length.LongestServiceGap);
        await AcceptsAgainAsync(planning, "postgres", () => platform.Application.KillServer("postgres"), Length.LongestDatabaseGap);
        await AcceptsAgainAsync(planning, "messaging", () => platform.Application.KillServer("messaging"), Length.LongestServiceGap);

        Assert.True(await planning.CloseAsync() is [], planning.Wrong);
    }

    [Fact]
    public async Task A_promise_that_is_counted_twice_or_left_out_is_found()
    {
        await using var planning = await PlanningRound.BeginAsync(platform);
        await planning.AcceptsAsync(50);
        Assert.True(await planning.CloseAsync() is [], planning.Wrong);
        var block = await platform.CapacityDatabase.RowsAsync(
            "update capacity_block set confirmed = confirmed - 1 where (tenant, function, starts_at) = (select tenant, function, starts_at from capacity_block where confirmed > 0 limit 1) returning starts_at", row => row.GetDateTime(0));

        Assert.Single(await planning.ReadBlocksAsync());

        await platform.CapacityDatabase.RowsAsync("update capacity_block set confirmed = confirmed + 1 where function = $1 and starts_at = $2 returning 1", row => row.GetInt32(0), Season.Function, block.Single());
        Assert.Empty(await planning.ReadBlocksAsync());
    }

    private async Task AcceptsAgainAsync(PlanningRound planning, string resource, Action kill, TimeSpan longestGap)
    {
        var began = DateTimeOffset.UtcNow;
        for (var round = 0; round < Length.Rounds; round++)
        {
            await Task.Delay(Length.Between, TestContext.Current.CancellationToken);
            await planning.AcceptsAsync(Length.Acts);
            var restarts = platform.Application.Restarts(resource);
            kill();
            await platform.Application.RestartedAsync(resource, restarts + 1, TestContext.Current.CancellationToken);
        }
        await planning.AcceptsAsync(Length.Acts);
        var gap = planning.Pulse.LongestGap(since: began);
        TestContext.Current.TestOutputHelper?.WriteLine($"{resource}: the longest time in which nothing was promised: {gap}");
        Assert.True(gap < longestGap, $"Nothing was promised for {gap} around the kills of {resource}.");
    }
}
