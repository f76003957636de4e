namespace Handhaving.Faults.Tests.Platform;

/// <summary>Waits for what must come.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks again and again; fails with what is still wrong when the time is over.</summary>
    /// <param name="wrong">Empty when all is well.</param>
    public static async Task HoldsAsync(TimeSpan longest, Func<Task<string>> wrong)
    {
        using var look = new PeriodicTimer(Look);
        var until = DateTimeOffset.UtcNow + longest;
        while (await wrong() is { Length: > 0 } reason)
        {
            if (DateTimeOffset.UtcNow > until) Assert.Fail($"After {longest.TotalSeconds} s: {reason}");
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public static Task HoldsAsync(TimeSpan longest, Func<bool> holds, string what) => HoldsAsync(longest, () => Task.FromResult(holds() ? "" : what));
}
