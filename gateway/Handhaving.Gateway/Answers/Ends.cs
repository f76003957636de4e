namespace Handhaving.Gateway.Answers;

/// <summary>Looks whether something ends in time, and leaves how it ends to who awaits it.</summary>
internal static class Ends
{
    public static async Task<bool> InAsync(Task work, TimeSpan longest)
    {
        await work.WaitAsync(longest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return work.IsCompleted;
    }
}
