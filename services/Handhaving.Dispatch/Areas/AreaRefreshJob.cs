using Handhaving.ServiceDefaults.Data;
using Npgsql;

namespace Handhaving.Dispatch.Areas;

/// <summary>Reads the areas before the first call is taken, and again within five seconds of an import.</summary>
public sealed partial class AreaRefreshJob(Databases databases, AreaIndex areas, DatabaseWait wait, TimeProvider clock, ILogger<AreaRefreshJob> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await wait.UntilAnsweredAsync(RefreshAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Takes over the areas of the last import, when they are not those in memory.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        if (await AreaTable.LastVersionAsync(connection, cancellation) == areas.Current.Version) return;
        var map = await AreaTable.ReadAsync(connection, cancellation);
        areas.Replace(map);
        LogTaken(map.All.Count, map.Version);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogPostponed(failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(EventId = 2301, Level = LogLevel.Information, Message = "{Count} areas of version {Version} are in use")]
    private partial void LogTaken(int count, long version);

    [LoggerMessage(EventId = 2302, Level = LogLevel.Warning, Message = "Looking for new areas waits for its next turn ({Failure}); those in memory hold")]
    private partial void LogPostponed(string failure);
}
