using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Testing.Servers;

namespace Handhaving.Faults.Tests.Kills;

/// <summary>kill -9 of one part or another at moments that nobody chose, also while the one before has not come back: nothing answered OK is lost or doubled (R1).</summary>
public sealed class RandomKillTests(FaultPlatform platform)
{
    private static readonly TimeSpan LongestCalm = TimeSpan.FromSeconds(6), LongestStart = TimeSpan.FromSeconds(15);

    private static readonly (string Part, Action<AppHostProcess> Kill)[] Kills =
    [
        ("dispatch", application => application.KillReplica("dispatch", 0)),
        ("dispatch", application => application.KillReplica("dispatch", 1)),
        ("gateway", application => application.KillReplica("gateway", 0)),
        ("postgres", application => application.KillServer("postgres")),
        ("messaging", application => application.KillServer("messaging")),
        ("cache", application => application.KillServer("cache")),
    ];

    [Fact]
    public async Task Kill_9_of_any_part_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var evening = await Evening.BeginAsync(platform, Post.All);
        var (free, restarts) = (Enumerable.Repeat(DateTimeOffset.MinValue, Kills.Length).ToArray(), new Dictionary<string, int>());
        for (var round = 0; round < Length.RandomRounds; round++)
        {
            await Task.Delay(random.NextDouble() * LongestCalm, TestContext.Current.CancellationToken);
            var next = await RestedAsync(free, random);
            var (part, kill) = Kills[next];
            await platform.Application.RestartedAsync(part, restarts.GetValueOrDefault(part), TestContext.Current.CancellationToken); // others may still be gone
            (restarts[part], free[next]) = (platform.Application.Restarts(part) + 1, DateTimeOffset.UtcNow + LongestStart + Length.Between);
            kill(platform.Application);
        }
        await evening.AcceptsAsync(Length.Acts);

        Assert.True(await evening.CloseAsync() is [], $"seed {seed}: {evening.Wrong}");
    }

    /// <summary>One of those that have run long enough to be started again at once.</summary>
    private static async Task<int> RestedAsync(DateTimeOffset[] free, Random random)
    {
        while (true)
        {
            if (Enumerable.Range(0, free.Length).Where(one => free[one] <= DateTimeOffset.UtcNow).ToList() is { Count: > 0 } rested) return rested[random.Next(rested.Count)];
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }
}
