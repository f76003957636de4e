using Handhaving.Dispatch.V1;
using Handhaving.Faults.Tests.Books;
using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;

namespace Handhaving.Faults.Tests.Kills;

/// <summary>The broker dies, stays away or stands still: accepting, assigning and showing never stop, screens say so, and all is delivered in order soon after its return (R1, R5).</summary>
public sealed class BrokerTests(FaultPlatform platform)
{
    // What a loaded machine of two cores takes for a commit, and far less than the promise for any outage.
    private static readonly TimeSpan NeverStops = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestUntilTold = Length.LongestUntilTold;

    [Fact]
    public async Task Kill_9_loses_no_fact_and_doubles_none()
    {
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        for (var round = 0; round < Length.Rounds; round++)
        {
            await evening.AcceptsAsync(Length.Acts);
            var restarts = platform.Application.Restarts("messaging");
            platform.Application.KillServer("messaging");
            await evening.AcceptsAsync(Length.Acts);
            await platform.Application.RestartedAsync("messaging", restarts + 1, TestContext.Current.CancellationToken);
        }

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(evening.Pulse.LongestGap() < NeverStops, $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }

    [Fact]
    public Task Away_it_stops_nobody_and_all_is_delivered_within_thirty_seconds_of_its_return() =>
        GoesOnWithoutAsync(() => platform.Application.TakeAwayAsync("messaging", TestContext.Current.CancellationToken), DegradedPart.Broker);

    [Fact]
    public Task Standing_still_it_stops_nobody_and_all_is_delivered_within_thirty_seconds_of_its_return() =>
        GoesOnWithoutAsync(() => Task.FromResult(platform.Application.Pause("messaging")), DegradedPart.Outbox);

    private async Task GoesOnWithoutAsync(Func<Task<IAsyncDisposable>> takeAway, DegradedPart part)
    {
        await using var evening = await Evening.BeginAsync(platform, Post.Firsts);
        await evening.AcceptsAsync(Length.Acts);
        await using (await takeAway())
        {
            await evening.AcceptsSinceAsync(DateTimeOffset.UtcNow + Length.Absence);
            await Eventually.HoldsAsync(LongestUntilTold, () => evening.Screens.All(screen => screen.Degraded.Contains(part)), $"a screen is not told of {part}");
        }
        await platform.Application.RestartedAsync("messaging", 0, TestContext.Current.CancellationToken); // it is back when it answers, not when its process starts
        var drained = await Deliveries.DrainedAsync(platform.Database);
        await Eventually.HoldsAsync(LongestUntilTold, () => evening.Screens.All(screen => screen.Degraded.Count == 0), "a screen is still told that something does not work");

        Assert.True(await evening.CloseAsync() is [], evening.Wrong);
        Assert.True(drained < Length.LongestDrain, $"The outbox was empty {drained} after the return.");
        Assert.True(evening.Pulse.LongestGap() < NeverStops, $"Nothing was accepted for {evening.Pulse.LongestGap()}.");
    }
}
