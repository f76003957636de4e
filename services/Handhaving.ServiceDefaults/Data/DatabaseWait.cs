using Microsoft.Extensions.Logging;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>What a process asks its database before it takes calls: while that is away it waits and asks again, and does not end.</summary>
public sealed partial class DatabaseWait(TimeProvider clock, ILogger<DatabaseWait> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <param name="ask">Without effect until it is answered.</param>
    public async Task UntilAnsweredAsync(Func<CancellationToken, Task> ask, CancellationToken cancellation)
    {
        while (!await IsAnsweredAsync(ask, cancellation)) await Task.Delay(Pause, clock, cancellation);
    }

    private async Task<bool> IsAnsweredAsync(Func<CancellationToken, Task> ask, CancellationToken cancellation)
    {
        try
        {
            await ask(cancellation);
            return true;
        }
        catch (Exception away) when (away.IsDatabaseAway())
        {
            LogAway(away.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(EventId = 1803, Level = LogLevel.Warning, Message = "The database is away while this process starts ({Failure}); it waits")]
    private partial void LogAway(string failure);
}
